// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/verdict.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::soak {
namespace {

#ifdef GATEHOUSE_SANITIZED
constexpr bool figuresCount = false; // what sanitizers add to memory and time is not ours to judge
#else
constexpr bool figuresCount = true;
#endif

// A leak of 1 MiB an hour is 20 KiB in the 72 s that a test of two minutes measures, less than the heap
// breathes: the slope is judged after half an hour. The short test finds what grows with each request: 320
// bytes of each, when 80 come in a second, are as much as the limit; a connection, an exchange or a body that
// stays is more.
constexpr double slopeSeconds = 15 * 60;
constexpr double mostKiBPerHour = 1024;
constexpr double mostKiB = 1536;
constexpr double mostP99Ms = 50;

QString number(double value, int digits = 0)
{
    return QString::number(value, 'f', digits);
}

QString joined(const QByteArrayList &lines)
{
    QString text;
    for (const QByteArray &line : lines)
        text += u"\n        "_s + QString::fromUtf8(line.left(2'000));
    return text;
}

Point traffic(const Findings &found, const Unrest &unrest)
{
    const Tally &seen = found.seen;
    return {found.missedBeats == 0 && seen.wrong == 0,
            u"%1 requests to models, %2 to the gateway itself, %3 refused at the door, %4 never sent whole; "
            "%5 edits, %6 broken files, %7 hang-ups; %8 answers that must not be%9"_s.arg(
                QString::number(seen.started()), QString::number(seen.local),
                QString::number(seen.refusedAtDoor), QString::number(seen.unsent),
                QString::number(unrest.edits()), QString::number(unrest.broken()),
                QString::number(unrest.hangUps()), QString::number(seen.wrong + found.missedBeats),
                joined(seen.wrongExamples))};
}

Point counters(const Findings &found)
{
    const Tally &seen = found.seen;
    const QByteArrayList problems = disagreements(seen, found.stored, found.metrics);
    qint64 abandoned = 0;
    for (const qint64 count : found.stored.abandoned)
        abandoned += count;
    return {problems.isEmpty() && seen.started() > 0,
            u"counters: %1 started = %2 ok + %3 failed + %4 whose client left (%5 of these in time to be "
            u"recorded "
            "as client_closed); %6 in the database, %7 in the metrics, %8 attempts%9"_s.arg(
                QString::number(seen.started()), QString::number(seen.ok()), QString::number(seen.failed()),
                QString::number(seen.left), QString::number(abandoned),
                QString::number(found.stored.requests()), QString::number(found.metrics.requests()),
                QString::number(found.metrics.attempts), joined(problems))};
}

Point memory(const Findings &found)
{
    const Growth &growth = found.memory;
    const bool byHour = growth.seconds >= slopeSeconds;
    const bool good =
        growth.seconds > 0 && (byHour ? growth.kiBPerHour < mostKiBPerHour : growth.kiB < mostKiB);
    QStringList course;
    for (const Sample &point : growth.points)
        course.append(number(point.kiB));
    const QString limit = !figuresCount ? u"none under sanitizers"_s
                          : byHour      ? QString(number(mostKiBPerHour) + u" KiB an hour"_s)
                                        : QString(number(mostKiB) + u" KiB more"_s);
    return {good || !figuresCount,
            u"memory after warm-up: %1 KiB more than %2 s before, in %3 s; %4 ± "
            u"%5 KiB an hour (limit: %6); its course in KiB: %7"_s.arg(
                number(growth.kiB), number(growth.apart), number(growth.seconds), number(growth.kiBPerHour),
                number(growth.errorPerHour), limit, course.join(u' '))};
}

//! What there is more or less of.
QByteArrayList differences(QMap<QByteArray, int> before, const QMap<QByteArray, int> &after)
{
    QByteArrayList lines;
    for (auto it = after.cbegin(); it != after.cend(); ++it)
        before[it.key()] -= it.value();
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (*it != 0)
            lines.append((*it < 0 ? "more: " : "fewer: ") + it.key());
    }
    return lines;
}

Point descriptors(const Order &order, const Findings &found, qsizetype providers)
{
    const Descriptors &before = found.before;
    const Descriptors &after = found.after;
    // A connection is kept for each request that was under way to a provider at one time, no more.
    const auto mostKept = int(2 * order.visitors * providers); // twice as many came at first
    return {
        after.clients == 0 && after.others == before.others && after.providers <= mostKept,
        u"descriptors when idle: %1 before, %2 after%3; kept connections to providers %4, then %5 (at most "
        "%6); clients still connected %7%8"_s.arg(
            QString::number(before.others), QString::number(after.others),
            after.listed ? QString() : u" (size of the table: they cannot be listed)"_s,
            QString::number(before.providers), QString::number(after.providers), QString::number(mostKept),
            QString::number(after.clients), joined(differences(before.kinds, after.kinds)))};
}

Point logged(const LogJudge &log)
{
    return {log.unexpected() == 0,
            u"log: %1 lines, %2 warnings and errors from injected faults, %3 unexpected%4"_s.arg(
                QString::number(log.lines()), QString::number(log.explained()),
                QString::number(log.unexpected()), joined(log.examples()))};
}

Point answering(const Order &order, const Findings &found)
{
    const bool good = found.beats > 0 && (found.p99Ms < mostP99Ms || !order.window || !figuresCount);
    return {good, u"/health: %1 answers, p50 %2 ms, p99 %3 ms, longest %4 ms"_s.arg(
                      QString::number(found.beats), number(found.medianMs, 2), number(found.p99Ms, 2),
                      number(found.longestMs, 2))};
}

} // namespace

Verdict judge(const Order &order, const Soak &soak)
{
    const Findings &found = soak.findings();
    Verdict verdict = {traffic(found, soak.unrest()),
                       counters(found),
                       memory(found),
                       descriptors(order, found, soak.hosts().all().size()),
                       logged(soak.log()),
                       answering(order, found),
                       {found.calm, found.calm ? u"at the end nothing was in flight"_s
                                               : u"at the end something was still in flight"_s},
                       {found.exitCode == 0, u"ended on SIGTERM with exit code %1"_s.arg(found.exitCode)}};
    if (order.window)
        verdict.append({found.dialogStayed, found.dialogStayed
                                                ? u"the dialog stayed open over the charted year"_s
                                                : u"the dialog is gone"_s});
    return verdict;
}

bool passes(const Verdict &verdict)
{
    return std::all_of(verdict.cbegin(), verdict.cend(), [](const Point &point) { return point.good; });
}

} // namespace gatehouse::soak
