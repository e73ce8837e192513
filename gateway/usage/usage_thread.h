// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/spending.h"
#include "gateway/usage/usage_inbox.h"
#include "gateway/usage/usage_source.h"

#include <QObject>
#include <QThread>

namespace gatehouse {

class UsageStore;

//! The door to the store: lives in the thread that creates it, owns the usage thread and all that is in it.
class UsageThread final : public QObject, public UsageSource
{
    Q_OBJECT

public:
    explicit UsageThread(QObject *parent = nullptr);
    //! Writes what waits, if it can, and waits for that.
    ~UsageThread() override;

    //! To be called once. \a path: of `usage.sqlite`, in a folder that exists. \a keepDays as in
    //! setKeepDays().
    void open(const QString &path, int keepDays);
    //! How many local days before the current one are kept; 0: all.
    void setKeepDays(int days);
    //! \a change is called in the usage thread with each record that comes from now on, before it is stored.
    void setBeforeStore(std::function<void(UsageRecord &)> change);

    //! Runs \a job in the usage thread, in order with what was added. From any thread.
    void run(std::function<void()> job);
    //! From any thread, in about a microsecond; never waits for the disk. Where the usage thread is
    //! hopelessly behind, the record is given up and counted in UsageState::lost.
    void add(UsageRecord record);
    //! \a done is called in the thread of \a asker when all that was added before is on disk, or cannot be
    //! written now.
    void flush(QObject *asker, std::function<void()> done);

    void totals(const UsageQuery &query, QObject *asker,
                std::function<void(const UsageTable &)> done) override;
    void requests(int limit, QObject *asker, std::function<void(const QList<UsageRecord> &)> done) override;
    void details(qint64 id, QObject *asker, std::function<void(const UsageRecord &)> done) override;
    //! Answers as the others do: what was spent today and in this month. \a ours: also by what was added
    //! since the start, up to now.
    void spending(bool ours, QObject *asker, std::function<void(const SpendingTable &)> done);

Q_SIGNALS:
    //! Each record that was added, with its id, also where the disk does not take it. Some milliseconds late:
    //! under load one wake-up of a thread does for many.
    void recorded(const gatehouse::UsageRecord &record);
    //! The same, as they came together. Emitted in the usage thread, where they have just been in hand.
    void recordedTogether(const QList<gatehouse::UsageRecord> &records);
    void stateChanged(const gatehouse::UsageState &state);

private:
    //! Runs \a question in the usage thread, then \a done with its answer in that of \a asker.
    template<typename Answer>
    void ask(std::function<Answer(UsageStore &)> question, QObject *asker,
             std::function<void(const Answer &)> done, bool withInbox = true);
    void empty(); //!< in the usage thread: gives the store what lies in the inbox
    void tellEach(const QList<UsageRecord> &records);

    UsageInbox m_inbox;
    UsageInbox::Content m_taken; //!< of the usage thread
    UsageStore *m_store;         //!< lives in the usage thread, and ends with it
    QThread m_thread;
};

} // namespace gatehouse
