// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/routes/callable_names.h"

#include <QAbstractTableModel>

namespace gatehouse {

//! The names that clients may ask for, as a table: name, kind, who serves it.
class CallableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, Servers, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setNames(const QList<CallableName> &names);
    const QList<CallableName> &names() const { return m_names; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString kindName(CallableName::Kind kind);
    QString text(const CallableName &name, int column) const;

    QList<CallableName> m_names;
};

} // namespace gatehouse
