// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/spending.h"
#include "gateway/usage/usage_database.h"
#include "gateway/usage/usage_query.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace gatehouse {

//! Keeps the records on disk, in batches. What cannot be written waits in a bounded queue until it can.
//! Lives in the usage thread; nothing in it blocks for longer than the busy time-out of a lock.
class UsageStore final : public QObject
{
    Q_OBJECT

public:
    explicit UsageStore(QObject *parent = nullptr);
    //! Writes what waits, if it can.
    ~UsageStore() override;

    //! Tries again later, by itself, where the file at \a path cannot be opened now.
    void open(const QString &path);
    //! How many local days before the current one are kept; 0: all. What is older is deleted bit by bit, now
    //! and once an hour.
    void setKeepDays(int days);
    //! \a change is called with each record before it is numbered; empty: none.
    void setBeforeStore(std::function<void(UsageRecord &)> change) { m_beforeStore = std::move(change); }

    //! Returns the record as it is kept, with its id; it is on disk within a second.
    UsageRecord add(UsageRecord record);
    //! Records that never came this far.
    void countLost(qint64 records);
    //! Writes all that waits, or finds that it cannot.
    void flush();

    // What waits is taken into account, as far as it can be written; requests and details tell of it anyway.
    UsageTable totals(const UsageQuery &query);
    QList<UsageRecord> requests(int limit);
    UsageRecord details(qint64 id);
    SpendingTable spending();

Q_SIGNALS:
    void stateChanged(const gatehouse::UsageState &state);

private:
    SqlOutcome ensureOpen();
    SqlOutcome writeSome();
    void write();
    void expire();
    void onWorked();
    void onFailed(const SqlFailure &failure);
    void onReadFailed(const SqlFailure &failure);
    void tellState();
    //! Writes what waits, then asks the file by \a read.
    template<typename Answer, typename Read>
    Answer answer(Read read);
    QString problem() const;

    QString m_path;
    int m_keepDays = 0;
    std::function<void(UsageRecord &)> m_beforeStore;
    UsageDatabase m_database;
    QList<UsageRecord> m_queue; //!< in order of their ids
    qint64 m_lastId = 0;
    qint64 m_lost = 0;
    int m_failures = 0; //!< in a row
    QString m_trouble;  //!< the last of them, as the end of a sentence
    UsageState m_state; //!< as it was last told
    QTimer m_writeTimer;
    QTimer m_expireTimer;
};

} // namespace gatehouse
