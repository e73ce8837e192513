// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/usage_store.h"

#include "gateway/usage/expire.h"
#include "gateway/usage/read_requests.h"
#include "gateway/usage/read_spending.h"
#include "gateway/usage/storable.h"
#include "gateway/usage/totals.h"
#include "gateway/usage/words.h"
#include "gateway/usage/write_batch.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {
namespace {

Q_LOGGING_CATEGORY(lcUsage, "gatehouse.usage", QtInfoMsg)

constexpr std::chrono::milliseconds batchTime = 750ms; // and a moment to write: a second at most
constexpr qsizetype batchSize = 500;
constexpr qsizetype queueSize = 10'000;
constexpr std::chrono::milliseconds firstPause = 250ms; // after a failure; then twice that, and so on
constexpr std::chrono::milliseconds longestPause = 10s;
constexpr std::chrono::milliseconds slicePause = 50ms; // so that batches get in between
constexpr std::chrono::milliseconds expiryTime = 1h;

} // namespace

UsageStore::UsageStore(QObject *parent)
    : QObject(parent)
    , m_writeTimer(this)
    , m_expireTimer(this)
{
    m_writeTimer.setSingleShot(true);
    m_expireTimer.setSingleShot(true);
    connect(&m_writeTimer, &QTimer::timeout, this, &UsageStore::write);
    connect(&m_expireTimer, &QTimer::timeout, this, &UsageStore::expire);
}

UsageStore::~UsageStore()
{
    flush();
    if (!m_queue.isEmpty())
        qCWarning(lcUsage) << m_queue.size() << "requests could not be recorded:" << m_trouble;
}

void UsageStore::open(const QString &path)
{
    m_path = path;
    write();
}

void UsageStore::setKeepDays(int days)
{
    m_keepDays = days;
    m_expireTimer.start(0ms);
}

UsageRecord UsageStore::add(UsageRecord record)
{
    if (m_beforeStore)
        m_beforeStore(record);
    record = storable(std::move(record));
    if (m_lastId == 0 && !m_database.isOpen()) // nobody knows which ids are taken: not such high ones
        m_lastId = QDateTime::currentMSecsSinceEpoch() * 1'000;
    record.id = ++m_lastId;
    if (m_path.isEmpty()) // nobody asked for them to be kept
        return record;
    m_queue.append(record);
    if (m_queue.size() > queueSize) {
        m_queue.removeFirst();
        ++m_lost; // told with the next try
    }
    if (m_failures == 0 && m_queue.size() >= batchSize)
        write();
    else if (!m_writeTimer.isActive())
        m_writeTimer.start(batchTime);
    return record;
}

void UsageStore::countLost(qint64 records)
{
    m_lost += records;
    tellState();
}

void UsageStore::flush()
{
    write();
    while (m_failures == 0 && !m_queue.isEmpty() && m_database.isOpen())
        write();
}

UsageTable UsageStore::totals(const UsageQuery &query)
{
    return answer<UsageTable>([&](QSqlDatabase &database) { return readTotals(database, query); });
}

SpendingTable UsageStore::spending()
{
    const QDate today = QDate::currentDate();
    return answer<SpendingTable>([&](QSqlDatabase &database) { return readSpending(database, today); });
}

QList<UsageRecord> UsageStore::requests(int limit)
{
    QList<UsageRecord> found;
    for (auto at = m_queue.crbegin(); at != m_queue.crend() && found.size() < limit; ++at) {
        found.append(*at);
        found.last().attempts.clear();
        found.last().headers.clear();
    }
    if (!m_database.isOpen())
        return found;
    const SqlReading<QList<UsageRecord>> read =
        readRequests(m_database.connection(), limit - int(found.size()));
    if (read.failure)
        onReadFailed(*read.failure);
    return found + read.found;
}

UsageRecord UsageStore::details(qint64 id)
{
    const auto waiting = std::find_if(m_queue.cbegin(), m_queue.cend(),
                                      [id](const UsageRecord &record) { return record.id == id; });
    if (waiting != m_queue.cend())
        return *waiting;
    if (!m_database.isOpen())
        return {};
    const SqlReading<UsageRecord> read = readDetails(m_database.connection(), id);
    if (read.failure)
        onReadFailed(*read.failure);
    return read.found;
}

SqlOutcome UsageStore::ensureOpen()
{
    if (m_database.isOpen())
        return {};
    if (const SqlOutcome failure = m_database.open(m_path))
        return failure;
    const SqlReading<qint64> last = askNumber(m_database.connection(), u"SELECT max(id) FROM requests"_s);
    m_lastId = std::max(m_lastId, last.found);
    return last.failure;
}

SqlOutcome UsageStore::writeSome()
{
    if (const SqlOutcome failure = ensureOpen())
        return failure;
    if (m_queue.isEmpty())
        return {};
    const qsizetype count = std::min(m_queue.size(), batchSize);
    if (const SqlOutcome failure = writeBatch(m_database.connection(), m_queue, count))
        return failure;
    m_lastId = std::max(m_lastId, m_queue.last().id);
    m_queue.remove(0, count);
    return {};
}

void UsageStore::write()
{
    m_writeTimer.stop();
    if (m_path.isEmpty())
        return;
    SqlOutcome failure = writeSome();
    if (failure && failure->fault == SqlFault::Damaged) {
        failure = m_database.startAnew();
        if (!failure)
            failure = writeSome();
    }
    if (failure)
        onFailed(*failure);
    else
        onWorked();
}

void UsageStore::expire()
{
    m_expireTimer.start(expiryTime);
    if (m_keepDays <= 0 || !m_database.isOpen())
        return;
    const QDate today = QDate::currentDate();
    const SqlReading<bool> slice = deleteSlice(m_database.connection(), today.addDays(-m_keepDays), today);
    if (slice.failure)
        onReadFailed(*slice.failure);
    m_expireTimer.start(slice.failure ? longestPause : slice.found ? slicePause : expiryTime);
}

void UsageStore::onWorked()
{
    if (m_failures > 0)
        qCInfo(lcUsage) << "requests are recorded again";
    m_failures = 0;
    m_trouble.clear();
    if (!m_queue.isEmpty())
        m_writeTimer.start(0ms);
    tellState();
}

void UsageStore::onFailed(const SqlFailure &failure)
{
    if (m_failures == 0)
        qCWarning(lcUsage) << "requests cannot be recorded:" << failure.message;
    m_database.close(); // whatever came over the file, opening it again finds out
    const std::chrono::milliseconds pause = firstPause * (1 << std::min(m_failures, 10));
    ++m_failures;
    m_trouble = failure.message;
    m_writeTimer.start(std::min(pause, longestPause));
    tellState();
}

void UsageStore::onReadFailed(const SqlFailure &failure)
{
    if (failure.fault != SqlFault::Damaged)
        return;
    if (const SqlOutcome failed = m_database.startAnew())
        onFailed(*failed);
    else
        tellState();
}

void UsageStore::tellState()
{
    UsageState state;
    state.writing = m_failures == 0;
    state.message = state.writing ? m_database.notice() : problem();
    state.waiting = state.writing ? 0 : m_queue.size();
    state.lost = m_lost;
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

template<typename Answer, typename Read>
Answer UsageStore::answer(Read read)
{
    if (m_failures == 0)
        flush();
    Answer answer;
    if (!m_database.isOpen()) {
        answer.problem = problem();
        return answer;
    }
    SqlReading<Answer> found = read(m_database.connection());
    if (!found.failure)
        return found.found;
    onReadFailed(*found.failure);
    answer.problem = UsageWords::tr("The usage database cannot be read: %1.").arg(found.failure->message);
    return answer;
}

QString UsageStore::problem() const
{
    if (m_trouble.isEmpty())
        return UsageWords::tr("The usage database is not open yet.");
    return UsageWords::tr("Requests cannot be recorded: %1.").arg(m_trouble);
}

} // namespace gatehouse
