// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <QAbstractTableModel>

namespace gatehouse {

//! The routes as a table: name, policy, targets.
class RoutesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Spread, Targets, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    //! Shows the routes of \a config.
    void setConfig(const Config &config);
    const QList<Route> &routes() const { return m_routes; }
    //! The row of the route of that name, or -1.
    int rowOf(const QString &name) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<Route> m_routes;
    QStringList m_targets; //!< as text, by row
};

} // namespace gatehouse
