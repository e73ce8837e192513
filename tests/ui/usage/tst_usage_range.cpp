// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/step_text.h"
#include "ui/usage/usage_range.h"

#include <QTest>
#include <QTimeZone>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

qint64 ms(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

//! Ranges as the store is asked for them, and the marks on their axis.
class TestUsageRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asks_data()
    {
        QTest::addColumn<UsageRange>("range");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<int>("steps");
        QTest::addColumn<bool>("hours");
        const QDate autumn(2026, 10, 25);
        const QDate spring(2026, 3, 29);
        const UsageRange today{UsageRange::Today};
        const QByteArray berlin = "Europe/Berlin";
        QTest::newRow("today") << today << berlin << QDate(2026, 7, 1) << ms("2026-06-30T22:00:00Z")
                               << ms("2026-07-01T22:00:00Z") << 24 << true;
        QTest::newRow("25 hours") << today << berlin << autumn << ms("2026-10-24T22:00:00Z")
                                  << ms("2026-10-25T23:00:00Z") << 25 << true;
        QTest::newRow("23 hours") << today << berlin << spring << ms("2026-03-28T23:00:00Z")
                                  << ms("2026-03-29T22:00:00Z") << 23 << true;
        QTest::newRow("half an hour")
            << today << QByteArray("Asia/Kolkata") << QDate(2026, 7, 1) << ms("2026-06-30T18:00:00Z")
            << ms("2026-07-01T18:00:00Z") << 24 << true;
        QTest::newRow("no midnight") << today << QByteArray("Asia/Beirut") << spring
                                     << ms("2026-03-28T22:00:00Z") << ms("2026-03-29T21:00:00Z") << 23
                                     << true;
        QTest::newRow("7 days") << UsageRange{UsageRange::Week} << berlin << autumn.addDays(1)
                                << ms("2026-10-19T22:00:00Z") << ms("2026-10-26T23:00:00Z") << 7 << false;
        QTest::newRow("30 days") << UsageRange{UsageRange::Month} << QByteArray("UTC") << QDate(2026, 3, 1)
                                 << ms("2026-01-31T00:00:00Z") << ms("2026-03-02T00:00:00Z") << 30 << false;
        QTest::newRow("one day of one's own")
            << UsageRange{UsageRange::Custom, spring, spring} << berlin << autumn
            << ms("2026-03-28T23:00:00Z") << ms("2026-03-29T22:00:00Z") << 23 << true;
        QTest::newRow("wrong way round")
            << UsageRange{UsageRange::Custom, {2026, 3, 3}, {2026, 3, 1}} << QByteArray("UTC") << autumn
            << ms("2026-03-01T00:00:00Z") << ms("2026-03-04T00:00:00Z") << 3 << false;
        QTest::newRow("too long")
            << UsageRange{UsageRange::Custom, {1900, 1, 1}, {2026, 3, 1}} << QByteArray("UTC") << autumn
            << QDate(2026, 3, 1).addDays(-1097).startOfDay(QTimeZone::utc()).toMSecsSinceEpoch()
            << ms("2026-03-02T00:00:00Z") << 1098 << false;
    }

    void asks()
    {
        QFETCH(UsageRange, range);
        QFETCH(QByteArray, zone);
        QFETCH(QDate, today);
        const UsageSpan span = spanOf(range, today, QTimeZone(zone));
        QTEST(span.fromMs, "from");
        QTEST(span.toMs, "to");
        QTEST(int(span.starts.size()), "steps");
        QTEST(span.step == UsageStep::Hour, "hours");
        QCOMPARE(span.starts.first(), span.fromMs);
        QCOMPARE(span.endOf(span.starts.size() - 1), span.toMs);
    }

    void findsSteps()
    {
        const UsageSpan span = spanOf({UsageRange::Week}, {2026, 10, 26}, QTimeZone("Europe/Berlin"));
        QCOMPARE(span.stepAt(span.fromMs - 1), -1);
        QCOMPARE(span.stepAt(span.fromMs), 0);
        QCOMPARE(span.stepAt(ms("2026-10-25T22:59:59Z")), 5); // the day of 25 hours
        QCOMPARE(span.stepAt(ms("2026-10-25T23:00:00Z")), 6);
        QCOMPARE(span.stepAt(span.toMs), -1);
    }

    void remembers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<UsageRange>("range");
        QTest::newRow("today") << u"today"_s << UsageRange{UsageRange::Today};
        QTest::newRow("7 days") << u"7days"_s << UsageRange{UsageRange::Week};
        QTest::newRow("30 days") << u"30days"_s << UsageRange{UsageRange::Month};
        QTest::newRow("custom") << u"2026-01-02/2026-03-04"_s
                                << UsageRange{UsageRange::Custom, {2026, 1, 2}, {2026, 3, 4}};
    }

    void remembers()
    {
        QFETCH(QString, text);
        QFETCH(UsageRange, range);
        QCOMPARE(rangeText(range), text);
        QVERIFY(rangeFromText(text) == range);
    }

    void forgetsNonsense()
    {
        for (const QString &text : {u""_s, u"/"_s, u"2026-01-01/"_s, u"2026-13-01/2026-01-01"_s, u"a/b/c"_s})
            QVERIFY(rangeFromText(text) == UsageRange{});
    }

    void writesDays_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("format");
        QTest::newRow("American") << u"en_US"_s << u"MMM d"_s;
        QTest::newRow("British") << u"en_GB"_s << u"d MMM"_s;
        QTest::newRow("German") << u"de_DE"_s << u"d. MMM"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s << u"M月d日"_s;
        QTest::newRow("Spanish") << u"es_ES"_s << u"d 'de' MMM"_s;
    }

    void writesDays()
    {
        QFETCH(QString, locale);
        QTEST(dayFormat(QLocale(locale)), "format");
    }

    void marksTime_data()
    {
        QTest::addColumn<QString>("range");
        QTest::addColumn<int>("most");
        QTest::addColumn<QList<qsizetype>>("steps");
        QTest::newRow("hours") << u"2026-07-01/2026-07-01"_s << 6 << QList<qsizetype>{0, 4, 8, 12, 16, 20};
        QTest::newRow("days") << u"2026-07-01/2026-07-07"_s << 9 << QList<qsizetype>{0, 1, 2, 3, 4, 5, 6};
        QTest::newRow("weeks") << u"2026-07-01/2026-07-30"_s << 5 << QList<qsizetype>{0, 7, 14, 21, 28};
        QTest::newRow("quarters") << u"2026-01-01/2026-12-31"_s << 5 << QList<qsizetype>{0, 90, 181, 273};
    }

    void marksTime()
    {
        QFETCH(QString, range);
        QFETCH(int, most);
        QList<qsizetype> steps;
        const UsageSpan span = spanOf(rangeFromText(range), {2026, 12, 31}, QTimeZone::utc());
        for (const TimeTick &tick : timeTicks(span, QTimeZone::utc(), most))
            steps.append(tick.step);
        QTEST(steps, "steps");
    }

    //! The hour that comes twice can be told apart.
    void namesHoursForMachines()
    {
        const QTimeZone berlin("Europe/Berlin");
        const UsageSpan span = spanOf({UsageRange::Today}, {2026, 10, 25}, berlin);
        QCOMPARE(stepIso(span, 2, berlin), u"2026-10-25T02:00:00+02:00"_s);
        QCOMPARE(stepIso(span, 3, berlin), u"2026-10-25T02:00:00+01:00"_s);
    }
};

QTEST_GUILESS_MAIN(TestUsageRange)
#include "tst_usage_range.moc"
