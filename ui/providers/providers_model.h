// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "ui/context.h"

#include <QAbstractTableModel>

namespace gatehouse {

//! The configured providers in order of priority, with how they fare.
class ProvidersModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { On, Name, State, Models, Key, Latency, ColumnCount };

    explicit ProvidersModel(const Context &context, QObject *parent = nullptr);

    //! Shows the draft and the status as they are now.
    void refresh();
    int rowOf(const QString &id) const;
    //! The provider in that row, or null.
    const Provider *at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    //! A person wants it on or off; the model is not changed by that.
    void switchRequested(const QString &id, bool on);

private:
    QString text(const Provider &provider, int column) const;

    Context m_context;
    QList<Provider> m_providers;
};

} // namespace gatehouse
