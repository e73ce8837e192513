// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/ledger.h"

#include "tests/soak/callers.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <numeric>

using namespace Qt::StringLiterals;

namespace gatehouse::soak {
namespace {

constexpr int clientClosed = 499;

//! Without how they ended.
QMap<std::pair<QByteArray, int>, qint64> counts(const Endings &endings)
{
    QMap<std::pair<QByteArray, int>, qint64> all;
    for (auto it = endings.cbegin(); it != endings.cend(); ++it)
        all[it.key()] = it->ok + it->failed;
    return all;
}

QByteArray line(const QByteArray &what, qint64 seen, qint64 told)
{
    return what + ": " + QByteArray::number(seen) + " seen, " + QByteArray::number(told) + " told";
}

QByteArray named(const std::pair<QByteArray, int> &key)
{
    return (key.first.isEmpty() ? QByteArray("nobody") : key.first) + ' ' + QByteArray::number(key.second);
}

//! Those who left are counted by their number alone: what had become of a request when they went is known to
//! the program only.
qint64 requestsOf(const Ledger &ledger, const QByteArray &caller)
{
    qint64 sum = ledger.abandoned.value(caller);
    for (auto it = ledger.endings.cbegin(); it != ledger.endings.cend(); ++it)
        sum += it.key().first == caller ? it->ok + it->failed : 0;
    return sum;
}

void compareEndings(const Endings &seen, Endings stored, QByteArrayList &found)
{
    stored.removeIf([](Endings::iterator entry) { return entry.key().first == caller::leaves; });
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        const Ended told = stored.take(it.key());
        if (it->ok != told.ok)
            found.append(line("database, ok, " + named(it.key()), it->ok, told.ok));
        if (it->failed != told.failed)
            found.append(line("database, failed, " + named(it.key()), it->failed, told.failed));
    }
    for (auto it = stored.cbegin(); it != stored.cend(); ++it)
        found.append(line("database, " + named(it.key()), 0, it->ok + it->failed));
}

} // namespace

qint64 Ledger::requests() const
{
    const auto sums = counts(endings);
    return std::accumulate(sums.cbegin(), sums.cend(), qint64(0)) +
           std::accumulate(abandoned.cbegin(), abandoned.cend(), qint64(0));
}

Ledger readDatabase(const QString &path, qint64 sinceMs)
{
    Ledger ledger;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"soak"_s);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        database.setDatabaseName(path);
        database.open();
        QSqlQuery query(database);
        query.exec(u"SELECT client, status, coalesce(error_code, '') = '', count(*), sum(attempts) "
                   u"FROM requests WHERE time_ms >= %1 GROUP BY 1, 2, 3"_s.arg(sinceMs));
        while (query.next()) {
            const QByteArray caller = query.value(0).toString().toUtf8();
            const int status = query.value(1).toInt();
            const qint64 count = query.value(3).toLongLong();
            ledger.attempts += query.value(4).toLongLong();
            if (status == clientClosed)
                ledger.abandoned[caller] += count;
            else
                (query.value(2).toBool() ? ledger.endings[{caller, status}].ok
                                         : ledger.endings[{caller, status}].failed) += count;
        }
        if (query.lastError().isValid())
            qWarning("%s", qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(u"soak"_s);
    return ledger;
}

Ledger readMetrics(const QByteArray &text)
{
    static const QRegularExpression labels(u"status=\"(\\d+)\",client=\"([^\"]*)\""_s);
    Ledger ledger;
    for (const QByteArray &sample : text.split('\n')) {
        const auto value = qint64(sample.mid(sample.lastIndexOf(' ') + 1).toDouble());
        if (sample.startsWith("gatehouse_attempts_total{"))
            ledger.attempts += value;
        else if (sample.startsWith("gatehouse_usage_records_lost_total "))
            ledger.lost = value;
        else if (sample.startsWith("gatehouse_requests_in_flight{"))
            ledger.inFlight += value;
        if (!sample.startsWith("gatehouse_requests_total{"))
            continue;
        const auto match = labels.match(QString::fromUtf8(sample));
        const int status = match.captured(1).toInt();
        const QByteArray caller = match.captured(2).toUtf8();
        (status == clientClosed ? ledger.abandoned[caller] : ledger.endings[{caller, status}].ok) += value;
    }
    return ledger;
}

QByteArrayList disagreements(const Tally &seen, const Ledger &stored, const Ledger &metrics)
{
    QByteArrayList found;
    compareEndings(seen.endings, stored.endings, found);
    if (const qint64 told = requestsOf(stored, caller::leaves); told != seen.left)
        found.append(line("database, of those who leave", seen.left, told));
    for (auto it = stored.abandoned.cbegin(); it != stored.abandoned.cend(); ++it) {
        if (it.key() != caller::leaves)
            found.append(line("database, abandoned by " + it.key(), 0, *it));
    }
    if (counts(stored.endings) != counts(metrics.endings) || stored.abandoned != metrics.abandoned)
        found.append(line("metrics and database differ in requests", metrics.requests(), stored.requests()));
    if (stored.attempts != metrics.attempts)
        found.append(line("metrics and database differ in attempts", metrics.attempts, stored.attempts));
    if (metrics.lost != 0)
        found.append(line("records lost", 0, metrics.lost));
    return found;
}

} // namespace gatehouse::soak
