// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/call_finder.h"

#include <QElapsedTimer>
#include <QTest>

#include <limits>

using namespace gatehouse::gemini;

class TestCallFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        // c(id,arguments), r(id), u: the user spoke; all of one name. What is found for each result.
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("found");
        const auto row = [](const char *name, const char *said, const char *found) {
            QTest::newRow(name) << QByteArray(said) << QByteArray(found);
        };
        row("in their order", "c ,a c ,b u r r", "call_1 call_2");
        row("by id", "c x,a c y,b u r y r x", "y x");
        row("ids that no call had", "c ,a u r z", "call_1");
        row("no call", "u r z r", "z call_1");
        row("an id that looks like ours", "c call_1,a c ,b u r r", "call_1 call_2");
        row("said twice", "c x,a u r c y,b c y,b u r c z,c c z,c u r", "x y z");
        row("said twice, with text between", "c x,a c y,b c y,b u r", "y");
        row("said twice, answered twice", "c x,a c x,a u r r", "x x");
        row("said twice, answered twice by id", "c x,a c x,a c y,b u r x r x r y", "x x y");
        row("one id for two", "c x,a c x,b u r r", "x x");
        row("answered twice", "c x,a c y,b u r x r x r y", "x x y");
        row("never answered", "c x,a u c y,b u r", "y");
        row("never answered, with numbers anew", "c 0,a u c 0,b c 1,c u r r", "0 1");
        row("late", "c x,a u c y,b u r r", "y x");
    }

    void finds()
    {
        QFETCH(const QByteArray, said);
        CallFinder calls;
        QByteArrayList found;
        const QByteArrayList words = said.split(' ');
        for (qsizetype i = 0; i < words.size(); ++i) {
            const QByteArray next = i + 1 < words.size() ? words[i + 1] : QByteArray();
            if (words[i] == "c") {
                (void)calls.call(next.split(',').first(), "f", next.split(',').last());
                ++i;
            } else if (words[i] == "r") {
                const bool named = !next.isEmpty() && !QByteArrayList{"c", "r", "u"}.contains(next);
                found.append(calls.answered(named ? next : QByteArray(), "f"));
                i += named ? 1 : 0;
                calls.userSpoke();
            } else {
                calls.userSpoke();
            }
        }
        QTEST(found.join(' '), "found");
    }

    //! Ten times as many take about ten times as long, where it was a hundred times.
    void manyTakeTheirTimeOnce()
    {
        const auto timed = [](int many) {
            qint64 least = std::numeric_limits<qint64>::max();
            for (int turn = 0; turn < 5; ++turn) {
                QElapsedTimer clock;
                clock.start();
                CallFinder calls;
                for (int i = 0; i < many; ++i)
                    (void)calls.call(i % 2 ? QByteArray::number(i) : QByteArray(), i % 3 ? "f" : "g", "{}");
                for (int i = 0; i < many; ++i)
                    (void)calls.answered({}, "f");
                least = std::min(least, clock.nsecsElapsed());
            }
            return double(least);
        };
        QVERIFY(timed(100'000) < 50 * timed(10'000));
    }
};

QTEST_GUILESS_MAIN(TestCallFinder)
#include "tst_call_finder.moc"
