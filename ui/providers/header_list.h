// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QAbstractTableModel>

namespace gatehouse {

//! Extra headers for a provider, to be edited.
class HeaderList final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setHeaders(const QList<ExtraHeader> &headers);
    const QList<ExtraHeader> &headers() const { return m_headers; }
    //! Adds an empty one; returns its row.
    int add();
    void remove(int row);
    //! What is wrong with a header, as a sentence; empty if nothing is with any.
    QString problem() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<ExtraHeader> m_headers;
};

} // namespace gatehouse
