// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/round.h"
#include "tests/gateway/http/test_server.h"

#include <QTest>

#include <memory>

namespace gatehouse {

//! Answers of a crowded round leave at its end.
class TestServerRounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsAtTheEnd();
    void keepsTheOrder();
    void keepsAnswersApart();
    void keepsApartWhatIsGathered();
    void sendsWhatWaitsBeforeItCloses();
    void forgetsWhatWaitsForOneThatHasLeft();
};

void TestServerRounds::sendsAtTheEnd()
{
    HoldingServer server;
    LoopClient first(server.port());
    LoopClient second(server.port());
    Reply &toFirst = server.replyTo(first);
    Reply &toSecond = server.replyTo(second);
    {
        const Round round(true);
        toFirst.send(200, "", "one");
        toSecond.cork();
        toSecond.begin(200, "");
        toSecond.write("two ");
        toSecond.uncork();
        toSecond.write("three");
        toSecond.finish();
        settle();
        QCOMPARE(first.rest(), QByteArray());
        QCOMPARE(second.rest(), QByteArray());
    }
    QCOMPARE(first.answer().body, "one");
    QCOMPARE(second.answer().body, "two three");
    server.replyTo(first).send(200, "", "four"); // the connection goes on
    QCOMPARE(first.answer().body, "four");
}

void TestServerRounds::keepsTheOrder()
{
    HoldingServer server;
    LoopClient first(server.port());
    LoopClient second(server.port());
    Reply &toFirst = server.replyTo(first);
    Reply &toSecond = server.replyTo(second);
    const QByteArray large(100'000, 'x'); // does not wait
    {
        const Round round(true);
        for (Reply *reply : {&toFirst, &toSecond}) {
            reply->cork();
            reply->begin(200, "");
        }
        toSecond.write("small ");
        toFirst.write("small ");
        toFirst.uncork();
        toFirst.write(large);
        toFirst.write(" small");
        toFirst.finish();
        toSecond.finish();
    }
    QVERIFY(first.answer().body == "small " + large + " small");
    QCOMPARE(second.answer().body, "small ");
}

void TestServerRounds::keepsAnswersApart()
{
    HoldingServer server;
    LoopClient first(server.port());
    LoopClient second(server.port());
    LoopClient third(server.port());
    Reply &toFirst = server.replyTo(first);
    Reply &toSecond = server.replyTo(second);
    Reply &toThird = server.replyTo(third);
    const QByteArray large(100'000, 'x');
    {
        const Round round(true);
        toFirst.send(200, "", "first");
        toSecond.send(200, "", large); // leaves at once
        toThird.send(200, "", "third");
    }
    QCOMPARE(third.answer().body, "third");
    QCOMPARE(first.answer().body, "first");
    QVERIFY(second.answer().body == large);
}

void TestServerRounds::keepsApartWhatIsGathered()
{
    HoldingServer server;
    LoopClient first(server.port());
    LoopClient third(server.port());
    LoopClient fourth(server.port());
    Reply &toFirst = server.replyTo(first);
    Reply &toThird = server.replyTo(third);
    Reply &toFourth = server.replyTo(fourth);
    {
        const Round round(true);
        toFirst.send(200, "", "first");
        {
            LoopClient second(server.port());
            Reply &toSecond = server.replyTo(second);
            toSecond.cork();
            toSecond.begin(200, "");
            toSecond.write("never sent");
            second.socket().abort();
            QTRY_COMPARE(server->connections(), 3);
        }
        toThird.cork();
        toThird.begin(200, "");
        toThird.write("third");
        Round::flush(); // while it may grow
        toThird.write(" goes on");
        toThird.uncork();
        toThird.finish();
        toFourth.send(200, "", "fourth");
    }
    QCOMPARE(first.answer().body, "first");
    QCOMPARE(third.answer().body, "third goes on");
    QCOMPARE(fourth.answer().body, "fourth");
}

void TestServerRounds::sendsWhatWaitsBeforeItCloses()
{
    HoldingServer server;
    LoopClient stays(server.port());
    LoopClient goes(server.port());
    Reply &toStays = server.replyTo(stays);
    Reply &toGoes = server.replyTo(goes);
    {
        const Round round(true);
        toStays.send(200, "", "stays");
        toGoes.begin(200, "");
        toGoes.write("text");
        toGoes.abort();
    }
    const LoopAnswer cut = goes.answer();
    QCOMPARE(cut.body, "text");
    QVERIFY(!cut.whole);
    QVERIFY(goes.closed());
    QCOMPARE(stays.answer().body, "stays");
}

void TestServerRounds::forgetsWhatWaitsForOneThatHasLeft()
{
    HoldingServer server;
    LoopClient stays(server.port());
    Reply &toStays = server.replyTo(stays);
    auto leaves = std::make_unique<LoopClient>(server.port());
    Reply &toLeaves = server.replyTo(*leaves);
    {
        const Round round(true);
        toLeaves.begin(200, "");
        toLeaves.write("lost");
        toStays.begin(200, "");
        toStays.write("kept");
        leaves->socket().abort();
        QTRY_COMPARE(server->connections(), 1);
        toStays.finish();
    }
    QCOMPARE(stays.answer().body, "kept");
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestServerRounds)
#include "tst_server_rounds.moc"
