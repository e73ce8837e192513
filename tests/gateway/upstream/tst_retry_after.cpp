// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/retry_after.h"

#include <QTest>

using namespace gatehouse;

//! Waits are understood in all their forms, and none is absurd.
class TestRetryAfter : public QObject
{
    Q_OBJECT

    static constexpr qint64 none = -1;
    static constexpr qint64 day = 24 * 60 * 60 * 1000;

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("wait");
        const auto row = [](const char *value, qint64 wait) {
            QTest::newRow(value) << QByteArray(value) << wait;
        };
        row("", none);
        row("0", 0);
        row("1", 1000);
        row(" 20 ", 20000);
        row("0.25", 250);
        row("1.5", 1500);
        row("3600", 3600000);
        row("999999999", day);
        row("99999999999999999999999999", day);
        row("-1", none);
        row("1e9", none);
        row("NaN", none);
        row("inf", none);
        row("1.2.3", none);
        row("0x10", none);
        row("soon", none);
        row("monday", none);
        row("1 2", none);
        row("Sun, 06 Nov 1994 08:49:47 GMT", 10000);
        row("Sunday, 06-Nov-94 08:49:47 GMT", 10000);
        row("Sun Nov  6 08:49:47 1994", 10000);
        row("Sun, 06 Nov 1994 08:49:27 GMT", 0);
        row("Thu, 01 Jan 1970 00:00:00 GMT", 0);
        row("Sun, 06 Nov 2044 08:49:37 GMT", day);
        row("Sun, 99 Nov 1994 99:99:99 GMT", none);
    }

    void reads()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, wait);
        const auto now = std::chrono::system_clock::from_time_t(784111777); // Sun, 06 Nov 1994 08:49:37 GMT
        const auto result = retryAfter(value, now);
        QCOMPARE(result ? result->count() : none, wait);
    }

    void readsMilliseconds_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("wait");
        const auto row = [](const char *value, qint64 wait) {
            QTest::newRow(value) << QByteArray(value) << wait;
        };
        row("", none);
        row("30", 30);
        row("30.9", 30);
        row("-30", none);
        row("99999999999", day);
        row("Sun, 06 Nov 1994 08:49:47 GMT", none);
    }

    void readsMilliseconds()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, wait);
        const auto result = retryAfterMs(value);
        QCOMPARE(result ? result->count() : none, wait);
    }
};

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retry_after.moc"
