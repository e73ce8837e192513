// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/health.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Health follows what providers did, each for itself.
class TestHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isUnknownAtFirst()
    {
        const Health health;
        const Health::State state = health.state(u"a"_s);
        QCOMPARE(state.status, Health::Status::Unknown);
        QCOMPARE(state.inFlight, 0);
        QVERIFY(!state.latencyMs);
    }

    void goesDownAfterFailuresInARow()
    {
        Health health;
        health.answered(u"a"_s, 12.5);
        for (int i = 1; i < Health::downAfter; ++i) {
            health.failed(u"a"_s, u"refused"_s);
            QCOMPARE(health.state(u"a"_s).status, Health::Status::Ok);
            QCOMPARE(health.state(u"a"_s).reason, u"refused"_s);
        }
        health.failed(u"a"_s, u"still refused"_s);
        QCOMPARE(health.state(u"a"_s).status, Health::Status::Down);
        QCOMPARE(health.state(u"a"_s).reason, u"still refused"_s);
        QCOMPARE(health.state(u"b"_s).status, Health::Status::Unknown);

        health.answered(u"a"_s, 3);
        QCOMPARE(health.state(u"a"_s).status, Health::Status::Ok);
        QVERIFY(health.state(u"a"_s).reason.isEmpty());
        QCOMPARE(health.state(u"a"_s).latencyMs, 3);
        health.failed(u"a"_s, u"once"_s); // the row begins anew
        QCOMPARE(health.state(u"a"_s).status, Health::Status::Ok);
    }

    void countsWhatRuns()
    {
        Health health;
        health.began(u"a"_s);
        health.began(u"a"_s);
        health.began(u"b"_s);
        health.ended(u"a"_s);
        QCOMPARE(health.state(u"a"_s).inFlight, 1);
        QCOMPARE(health.state(u"b"_s).inFlight, 1);
    }
};

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
