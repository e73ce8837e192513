// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/pipeline/alert_bench.h"

#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! A provider that fails often is told of, once, and again only after it was well.
class TestAlertRates : public QObject
{
    Q_OBJECT

    using Kinds = QList<int>;

private Q_SLOTS:
    void rates_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("good");
        QTest::addColumn<int>("bad");
        QTest::addColumn<int>("status"); //!< of the bad
        QTest::addColumn<bool>("tells");
        QTest::newRow("half of ten") << 50 << 5 << 5 << 500 << true;
        QTest::newRow("just below") << 50 << 6 << 5 << 500 << false;
        QTest::newRow("nine") << 50 << 0 << 9 << 500 << false;
        QTest::newRow("all of ten") << 100 << 0 << 10 << 500 << true;
        QTest::newRow("not all") << 100 << 1 << 20 << 500 << false;
        QTest::newRow("one in a hundred") << 1 << 99 << 1 << 503 << true;
        QTest::newRow("never") << 0 << 0 << 50 << 500 << false;
        QTest::newRow("no answer") << 50 << 5 << 5 << 0 << true;
        QTest::newRow("too busy") << 50 << 5 << 5 << 429 << true;
        QTest::newRow("the request's own fault") << 50 << 0 << 50 << 400 << false;
        QTest::newRow("no such model") << 50 << 0 << 50 << 404 << false;
    }

    void rates()
    {
        QFETCH(int, good);
        QFETCH(int, bad);
        QFETCH(int, status);
        QFETCH(bool, tells);
        Watched w;
        QFETCH(int, percent);
        w.config.alerts.errorRatePercent = percent;
        w.apply();
        w.attempts(good, 200);
        for (int i = 0; i < bad; ++i)
            w.attempt(status, status == 0 ? QByteArray("upstream_unreachable") : QByteArray());
        QCOMPARE(w.kinds(), tells ? Kinds{Alert::ErrorRate} : Kinds{});
    }

    void countsNoOneWhoLeft()
    {
        Watched w;
        for (int i = 0; i < 50; ++i) {
            w.attempt(0, "client_closed");
            w.attempt(200, "shutting_down");
        }
        w.attempts(9, 500);
        QCOMPARE(w.kinds(), Kinds{});
        w.attempt(200, "upstream_protocol"); // broken off
        QCOMPARE(w.kinds(), Kinds{Alert::ErrorRate});
    }

    void tellsOfTheRateAgainOnlyAfterCalm()
    {
        Watched w;
        w.attempts(10, 500);
        QCOMPARE(w.kinds(), Kinds{Alert::ErrorRate});
        w.attempts(20, 200); // a third: not yet calm
        w.attempts(20, 500);
        QCOMPARE(w.kinds(), Kinds{});
        w.attempts(100, 200); // a fifth
        w.attempts(40, 500);
        QCOMPARE(w.kinds(), Kinds{});
        w.attempts(60, 500);
        QCOMPARE(w.kinds(), Kinds{Alert::ErrorRate});
    }

    void forgetsAfterFiveMinutes()
    {
        Watched w;
        w.attempts(9, 500);
        w.now += 4min;
        w.attempts(1, 500);
        QCOMPARE(w.kinds(), Kinds{Alert::ErrorRate});
        w.now += 10min; // quiet: that counts as calm
        w.attempts(9, 500);
        QCOMPARE(w.kinds(), Kinds{});
        w.now += 5min;
        w.attempts(9, 500); // of the nine before, none counts any more
        QCOMPARE(w.kinds(), Kinds{});
        w.attempts(1, 500);
        QCOMPARE(w.kinds(), Kinds{Alert::ErrorRate});
    }
};

QTEST_GUILESS_MAIN(TestAlertRates)
#include "tst_alert_rates.moc"
