// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/token_bucket.h"

#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;

//! So many at once, and as many a minute.
class TestTokenBucket : public QObject
{
    Q_OBJECT

    static int takeAll(TokenBucket &bucket, TimePoint now)
    {
        int taken = 0;
        while (taken < 1000000 && !bucket.take(now))
            ++taken;
        return taken;
    }

private Q_SLOTS:
    void holdsOneMinutesWorth_data()
    {
        QTest::addColumn<int>("perMinute");
        for (int count : {1, 2, 7, 60, 61, 10000, 700001})
            QTest::addRow("%d", count) << count;
    }

    void holdsOneMinutesWorth()
    {
        QFETCH(int, perMinute);
        TokenBucket bucket(perMinute);
        const TimePoint start = TimePoint() + 1h;
        QCOMPARE(takeAll(bucket, start), perMinute);
        QCOMPARE(takeAll(bucket, start + 10min), perMinute); // and no more however long it rests
    }

    void fillsUpEvenly()
    {
        TokenBucket bucket(60);
        const TimePoint start = TimePoint() + 1h;
        QCOMPARE(takeAll(bucket, start), 60);
        QCOMPARE(bucket.take(start), 1000ms);
        QCOMPARE(bucket.take(start + 400ms), 600ms);
        QCOMPARE(bucket.take(start + 999600us), 1ms); // never 0, and after it there is one
        QVERIFY(!bucket.take(start + 1000ms));
        QCOMPARE(bucket.take(start + 1000ms), 1000ms);
        QCOMPARE(takeAll(bucket, start + 31s), 30);
    }

    void settingTheClockGainsNothing()
    {
        QVERIFY(Clock::is_steady); // what cooldowns and time-outs run on, too
        TokenBucket bucket(60);
        const TimePoint start = TimePoint() + 1h;
        QCOMPARE(takeAll(bucket, start), 60);
        QVERIFY(bucket.take(start - 30min)); // it does not go back; if it did, nothing would be gained
        QCOMPARE(bucket.take(start), 1000ms);
        QVERIFY(!bucket.take(start + 1000ms)); // nor is anybody locked out
    }

    void knowsNoLimitAtZero()
    {
        for (int count : {0, -1}) {
            TokenBucket bucket(count);
            QCOMPARE(takeAll(bucket, TimePoint() + 1h), 1000000);
        }
    }
};

QTEST_GUILESS_MAIN(TestTokenBucket)
#include "tst_token_bucket.moc"
