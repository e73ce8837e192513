// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QAbstractTableModel>
#include <QList>

namespace gatehouse {

//! The models of one provider: those that apps can ask for are ticked. Holds thousands.
class ModelList final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Alias, ColumnCount };
    static constexpr int mostTicked = 1000; //!< as the file's reader takes them

    using QAbstractTableModel::QAbstractTableModel;

    //! \a models are all ticked.
    void setModels(const QList<ModelEntry> &models);
    //! Those that are ticked, in order.
    QList<ModelEntry> models() const;
    //! Adds what the provider tells it has; what is ticked or was added by hand stays. Returns how many names
    //! were left out because nobody could ask for them.
    int merge(const QStringList &fetched);
    //! Adds a model by hand and ticks it, or ticks it where it is known; returns its row.
    int add(const QString &id);
    void remove(QList<int> rows);
    void tick(const QList<int> &rows, bool on);
    int ticked() const { return m_ticked; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void tickedChanged();

private:
    struct Row
    {
        ModelEntry model;
        bool ticked = false;
        bool byHand = false;
    };

    void count();

    QList<Row> m_rows;
    int m_ticked = 0;
};

} // namespace gatehouse
