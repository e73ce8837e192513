// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <QAbstractTableModel>

namespace gatehouse {

//! The targets of a route while it is edited: provider, model, weight.
class TargetsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ProviderName, Model, Weight, ColumnCount };

    //! \a providers for their names.
    TargetsModel(const QList<Provider> &providers, QObject *parent = nullptr);

    const QList<RouteTarget> &targets() const { return m_targets; }
    void setTargets(const QList<RouteTarget> &targets);
    void setTarget(int row, const RouteTarget &target);
    void append(const RouteTarget &target);
    void remove(int row);
    //! Puts \a row at \a to, counted without it.
    void move(int row, int to);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QString providerText(const QString &id) const;

    QList<Provider> m_providers;
    QList<RouteTarget> m_targets;
};

} // namespace gatehouse
