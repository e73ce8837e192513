// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/import_plan.h"

#include <QAbstractTableModel>

namespace gatehouse {

//! What an import would change: hosts first, those a key could go to before all.
class ChangesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Kind, Subject, Name, Detail, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setChanges(const QList<ImportChange> &changes);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<ImportChange> m_changes;
};

} // namespace gatehouse
