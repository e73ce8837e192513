// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"
#include "ui/theme/colors.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QIcon>
#include <QTimer>

namespace gatehouse {

class RecordedBodies;

//! The last requests, newest first, as a table. What comes live is shown in batches, at most four times a
//! second; the oldest rows make room.
class RequestsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Status, Model, AnsweredBy, Caller, Tokens, Cost, FirstByte, Total, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;
    static constexpr int maxRows = 10'000;
    static constexpr int markSize = 10; //!< of the marks, in pixels

    //! Requests that \a bodies has are marked.
    explicit RequestsModel(const RecordedBodies &bodies, QObject *parent = nullptr);

    //! What the store had, newest first. What came live meanwhile stays above it.
    void load(const QList<UsageRecord> &records);
    //! One that has just ended.
    void add(const UsageRecord &record);
    //! All about the one in \a row.
    void complete(int row, const UsageRecord &record);
    //! The marks are others.
    void updateMarks();

    const UsageRecord &record(int row) const { return m_records[row]; }
    //! Shown or about to be; null if it is not there. Valid until the next change.
    const UsageRecord *find(const QByteArray &requestId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void takeWaiting();
    QIcon mark(Tone tone) const;
    QVariant decoration(const UsageRecord &record, int column) const;

    const RecordedBodies &m_bodies;
    QList<UsageRecord> m_records; //!< newest first
    QList<UsageRecord> m_waiting; //!< for the next batch, newest last
    QTimer m_batch;
    mutable QHash<std::pair<int, qint64>, QIcon> m_marks; //!< by tone and palette
};

} // namespace gatehouse
