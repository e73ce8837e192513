// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/silence.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;

//! Silence is noticed again and again, and not while something is heard.
class TestSilence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fallsAgainAndAgain()
    {
        QElapsedTimer clock;
        clock.start();
        int fallen = 0;
        Silence silence(20ms, [&] { ++fallen; });
        QTRY_VERIFY(fallen >= 3);
        QVERIFY(clock.elapsed() >= 60);
    }

    void waitsWhileSomethingIsHeard()
    {
        QElapsedTimer clock;
        clock.start();
        int fallen = 0;
        Silence silence(200ms, [&] { ++fallen; });
        QTimer voice;
        qint64 lastHeard = 0;
        connect(&voice, &QTimer::timeout, this, [&] {
            silence.heard();
            lastHeard = clock.elapsed();
            if (lastHeard > 500)
                voice.stop();
        });
        voice.start(1ms);
        QTRY_COMPARE(fallen, 1);
        QVERIFY2(clock.elapsed() >= lastHeard + 200, "it fell while something was heard");
        QVERIFY(lastHeard > 500);
    }

    void endsWithItsOwner()
    {
        int fallen = 0;
        {
            Silence silence(1ms, [&] { ++fallen; });
        }
        Silence later(30ms, [] {});
        QTest::qWait(5);
        QCOMPARE(fallen, 0);
    }
};

QTEST_GUILESS_MAIN(TestSilence)
#include "tst_silence.moc"
