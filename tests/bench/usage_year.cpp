// SPDX-License-Identifier: GPL-3.0-or-later
// bench_usage_year [DAYS [REQUESTS_A_DAY [LIMIT_MS]]]: makes up a usage database, asks it everything that the
// usage and request pages ask, and says how long each answer took. Fails where one takes longer than the
// limit.
#include "gateway/usage/read_requests.h"
#include "gateway/usage/read_spending.h"
#include "gateway/usage/totals.h"
#include "gateway/usage/usage_database.h"
#include "gateway/usage/usage_day.h"
#include "tests/support/usage_seed.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <functional>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! One thing that a page asks, and how many rows it gets.
struct Question
{
    QString name;
    std::function<qsizetype()> ask;
};

QList<Question> questions(QSqlDatabase &database, QDate today)
{
    QList<Question> all;
    const auto totals = [&](const QString &name, UsageStep step, int days, UsageKey by,
                            const UsageFilter &filter = {}) {
        const UsageQuery query{startOf(today.addDays(1 - days)), startOf(today.addDays(1)), step, by, filter};
        all.append({name, [&database, query] { return readTotals(database, query).found.rows.size(); }});
    };
    const QList<std::pair<QString, UsageKey>> keys = {{u"all"_s, UsageKey::None},
                                                      {u"by provider"_s, UsageKey::Provider},
                                                      {u"by model"_s, UsageKey::Model},
                                                      {u"by client"_s, UsageKey::Caller}};
    for (const auto &[name, key] : keys) {
        totals(u"a year by day, "_s + name, UsageStep::Day, 365, key);
        totals(u"30 days by day, "_s + name, UsageStep::Day, 30, key);
        totals(u"7 days by hour, "_s + name, UsageStep::Hour, 7, key);
        totals(u"today by hour, "_s + name, UsageStep::Hour, 1, key);
    }
    totals(u"a year by day, by model, one client"_s, UsageStep::Day, 365, UsageKey::Model,
           {{}, {}, u"Cursor"_s});
    totals(u"a year by day, by client, one model"_s, UsageStep::Day, 365, UsageKey::Caller,
           {{}, u"gpt-4o"_s, {}});
    all.append(
        {u"last 10,000 requests"_s, [&database] { return readRequests(database, 10'000).found.size(); }});
    all.append(
        {u"one request"_s, [&database] { return readDetails(database, 4'711).found.attempts.size(); }});
    all.append(
        {u"spending"_s, [&database, today] { return readSpending(database, today).found.clients.size(); }});
    return all;
}

qint64 medianUs(const std::function<qsizetype()> &ask)
{
    QList<qint64> times;
    for (int turn = 0; turn < 5; ++turn) {
        QElapsedTimer timer;
        timer.start();
        ask();
        times.append(timer.nsecsElapsed() / 1'000);
    }
    std::sort(times.begin(), times.end());
    return times[2];
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    SeedPlan plan;
    plan.days = arguments.value(1, u"365"_s).toInt();
    plan.requestsPerDay = arguments.value(2, u"10000"_s).toInt();
    const qint64 limitMs = arguments.value(3, u"200"_s).toLongLong();

    QTextStream out(stdout);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"usage.sqlite"_s);
    QElapsedTimer timer;
    timer.start();
    if (const QString problem = seedUsage(path, plan); !problem.isEmpty()) {
        out << problem << Qt::endl;
        return 1;
    }
    out << plan.days << " days of " << plan.requestsPerDay << " requests: " << timer.elapsed() / 1'000
        << " s to make up, " << QFileInfo(path).size() / 1'000'000 << " MB" << Qt::endl;

    timer.start();
    UsageDatabase database;
    if (const SqlOutcome failure = database.open(path)) {
        out << failure->message << Qt::endl;
        return 1;
    }
    out << "opened in " << timer.elapsed() << " ms" << Qt::endl;

    bool slow = false;
    for (const Question &question : questions(database.connection(), plan.lastDay)) {
        const qint64 us = medianUs(question.ask);
        slow = slow || us > limitMs * 1'000;
        out << QString::number(double(us) / 1'000, 'f', 1).rightJustified(9) << " ms "
            << QString::number(question.ask()).rightJustified(7) << " rows  " << question.name << Qt::endl;
    }
    return slow ? 1 : 0;
}
