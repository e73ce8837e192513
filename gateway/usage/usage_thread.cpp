// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/usage_thread.h"

#include "gateway/base/yield_every.h"
#include "gateway/usage/answer_courier.h"
#include "gateway/usage/sqlite_library.h"
#include "gateway/usage/usage_store.h"

#include <QMetaMethod>
#include <QTimer>

#include <chrono>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

// To wake two threads for each request would cost more than to record it.
constexpr std::chrono::milliseconds gatherTime{20};

} // namespace

UsageThread::UsageThread(QObject *parent)
    : QObject(parent)
    , m_store(new UsageStore)
{
    prepareSqlite();
    m_thread.setObjectName(u"usage"_s);
    m_store->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_store, &QObject::deleteLater);
    connect(m_store, &UsageStore::stateChanged, this, &UsageThread::stateChanged);
    m_thread.start();
}

UsageThread::~UsageThread()
{
    QMetaObject::invokeMethod(
        m_store,
        [this] {
            empty();
            m_thread.quit(); // from within, so that nothing that was posted before is left undone
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void UsageThread::open(const QString &path, int keepDays)
{
    QMetaObject::invokeMethod(
        m_store,
        [store = m_store, path, keepDays] {
            store->open(path);
            store->setKeepDays(keepDays);
        },
        Qt::QueuedConnection);
}

void UsageThread::setKeepDays(int days)
{
    QMetaObject::invokeMethod(
        m_store, [store = m_store, days] { store->setKeepDays(days); }, Qt::QueuedConnection);
}

void UsageThread::setBeforeStore(std::function<void(UsageRecord &)> change)
{
    QMetaObject::invokeMethod(
        m_store, [store = m_store, change = std::move(change)] { store->setBeforeStore(change); },
        Qt::QueuedConnection);
}

void UsageThread::run(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_store, std::move(job), Qt::QueuedConnection);
}

void UsageThread::add(UsageRecord record)
{
    if (m_inbox.put(std::move(record)))
        QMetaObject::invokeMethod(
            m_store, [this] { QTimer::singleShot(gatherTime, m_store, [this] { empty(); }); },
            Qt::QueuedConnection);
}

void UsageThread::flush(QObject *asker, std::function<void()> done)
{
    ask<bool>(
        [](UsageStore &store) {
            store.flush();
            return true;
        },
        asker, [done = std::move(done)](bool) { done(); });
}

void UsageThread::totals(const UsageQuery &query, QObject *asker,
                         std::function<void(const UsageTable &)> done)
{
    ask<UsageTable>([query](UsageStore &store) { return store.totals(query); }, asker, std::move(done));
}

void UsageThread::requests(int limit, QObject *asker, std::function<void(const QList<UsageRecord> &)> done)
{
    ask<QList<UsageRecord>>([limit](UsageStore &store) { return store.requests(limit); }, asker,
                            std::move(done));
}

void UsageThread::details(qint64 id, QObject *asker, std::function<void(const UsageRecord &)> done)
{
    ask<UsageRecord>([id](UsageStore &store) { return store.details(id); }, asker, std::move(done));
}

void UsageThread::spending(bool ours, QObject *asker, std::function<void(const SpendingTable &)> done)
{
    ask<SpendingTable>([](UsageStore &store) { return store.spending(); }, asker, std::move(done), ours);
}

template<typename Answer>
void UsageThread::ask(std::function<Answer(UsageStore &)> question, QObject *asker,
                      std::function<void(const Answer &)> done, bool withInbox)
{
    const auto answer = std::make_shared<Answer>();
    const auto courier = std::make_shared<AnswerCourier>();
    connect(
        courier.get(), &AnswerCourier::arrived, asker, [answer, done = std::move(done)] { done(*answer); },
        Qt::QueuedConnection);
    courier->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        m_store,
        [this, question = std::move(question), answer, courier, withInbox] {
            if (withInbox)
                empty();
            *answer = question(*m_store);
            Q_EMIT courier->arrived();
        },
        Qt::QueuedConnection);
}

void UsageThread::empty()
{
    m_inbox.take(m_taken);
    QList<UsageRecord> &records = m_taken.records;
    YieldEvery yield(32);
    for (UsageRecord &record : records) {
        record = m_store->add(std::move(record));
        yield.count();
    }
    if (m_taken.dropped > 0)
        m_store->countLost(m_taken.dropped);
    if (records.isEmpty())
        return;
    Q_EMIT recordedTogether(records);
    // To hand them to another thread costs more than to record them.
    if (isSignalConnected(QMetaMethod::fromSignal(&UsageThread::recorded)))
        QMetaObject::invokeMethod(
            this, [this, told = records] { tellEach(told); }, Qt::QueuedConnection);
    UsageInbox::forget(m_taken); // not only with the next ones, which may be long in coming
}

void UsageThread::tellEach(const QList<UsageRecord> &records)
{
    for (const UsageRecord &record : records)
        Q_EMIT recorded(record);
}

} // namespace gatehouse
