// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/http/guard_outcome.h"

#include <QRandomGenerator>
#include <QTest>

namespace gatehouse {

//! \a body in chunks of random sizes.
QByteArray chunked(const QByteArray &body, QRandomGenerator &random)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype size = qMin<qsizetype>(body.size() - at, random.bounded(1, 4000));
        bytes += QByteArray::number(size, 16) + "\r\n" + body.sliced(at, size) + "\r\n";
        at += size;
    }
    return bytes + "0\r\n\r\n";
}

QByteArrayList cut(const QByteArray &bytes, QRandomGenerator &random, int most)
{
    QByteArrayList pieces;
    for (qsizetype at = 0; at < bytes.size(); at += pieces.last().size())
        pieces.append(bytes.sliced(at, qMin<qsizetype>(bytes.size() - at, random.bounded(1, most))));
    return pieces;
}

//! How the guard holds bodies, whatever pieces they come in.
class TestGuardBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesChunksHoweverCut();
    void survivesMutations_data();
    void survivesMutations();
    void growsWithWhatArrives();
    void asksForTheBody_data();
    void asksForTheBody();
    void noticesPipelining_data();
    void noticesPipelining();
    void takesOneRequestAfterTheOther();
};

void TestGuardBodies::decodesChunksHoweverCut()
{
    QRandomGenerator random(1);
    const QByteArray head = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int round = 0; round < 200; ++round) {
        QByteArray body(random.bounded(20'000), Qt::Uninitialized);
        for (char &c : body)
            c = "\r\n0;\x00z"[random.bounded(6)];
        const Outcome outcome = feed(cut(head + chunked(body, random), random, round % 2 ? 3 : 5000));
        QVERIFY(outcome.in);
        QCOMPARE(outcome.in->body, body);
        QVERIFY(outcome.in->body.isEmpty() ||
                outcome.in->body.capacity() - body.size() >= Incoming::bodyPadding);
    }
}

void TestGuardBodies::survivesMutations_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("length") << QByteArray("POST /v1/a?b=c HTTP/1.1\r\nHost: localhost:1337\r\nX-Y: z\r\n"
                                          "Content-Length: 5\r\nExpect: 100-continue\r\n\r\nhello");
    QTest::newRow("chunks") << QByteArray(
        "POST /%41 HTTP/1.1\r\nHost: [::1]\r\nTransfer-Encoding: chunked\r\n"
        "Connection: close\r\n\r\n5;a=b\r\nhello\r\nA\r\n0123456789\r\n0\r\nT: u\r\n\r\n");
}

void TestGuardBodies::survivesMutations()
{
    QFETCH(QByteArray, bytes);
    QRandomGenerator random(2);
    int refused = 0;
    int whole = 0;
    for (int round = 0; round < 4000; ++round) {
        QByteArray mutant = bytes;
        for (int change = random.bounded(1, 4); change > 0 && !mutant.isEmpty(); --change) {
            const qsizetype at = random.bounded(mutant.size());
            switch (random.bounded(5)) {
            case 0:
                mutant[at] = char(random.bounded(256));
                break;
            case 1:
                mutant.remove(at, random.bounded(1, 10));
                break;
            case 2:
                mutant.insert(at, mutant.mid(random.bounded(mutant.size()), random.bounded(20)));
                break;
            case 3:
                mutant[at] = "\r\n :0\t;"[random.bounded(7)];
                break;
            default:
                mutant.truncate(at + 1);
                break;
            }
        }
        const Outcome atOnce = feed({mutant});
        const Outcome slowly = feed(bytewise(mutant));
        QVERIFY2(slowly == atOnce, mutant.toPercentEncoding().constData());
        refused += atOnce.status != 0;
        whole += atOnce.in.has_value();
        QVERIFY(atOnce.status == 0 || (atOnce.status >= 400 && atOnce.status <= 505));
        QVERIFY(!atOnce.in || (viewsHold(*atOnce.in) && atOnce.in->path.startsWith('/') &&
                               atOnce.in->body.size() <= maxBody));
    }
    QVERIFY(refused > 500);
    QVERIFY(whole > 100);
}

void TestGuardBodies::growsWithWhatArrives()
{
    const GuardRules rules{Door(), 64 * 1024 * 1024};
    Guard guard(rules);
    ByteSource source;
    source.put("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 67108864\r\n\r\nhello");
    QVERIFY(*guard.read(source) == Guard::Step::NeedMore);
    QCOMPARE(guard.incoming().body, "hello");
    QVERIFY(guard.incoming().body.capacity() <= 1024 * 1024 + Incoming::bodyPadding);
    const QByteArray piece(1024 * 1024, 'x');
    for (qsizetype have = 5; have + piece.size() <= 67108864; have += piece.size()) {
        source.put(piece);
        QVERIFY(*guard.read(source) == Guard::Step::NeedMore);
        QVERIFY(guard.incoming().body.capacity() <= 4 * (have + piece.size()) + Incoming::bodyPadding);
    }
    source.put(piece);
    QVERIFY(*guard.read(source) == Guard::Step::Whole);
    const Incoming in = guard.take();
    QCOMPARE(in.body.size(), 67108864);
    QCOMPARE(in.body.capacity(), 67108864 + Incoming::bodyPadding);
}

void TestGuardBodies::asksForTheBody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("asks");
    const QByteArray head = "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-Continue\r\n";
    QTest::newRow("length") << head + "Content-Length: 5\r\n\r\n" << true;
    QTest::newRow("chunked") << head + "Transfer-Encoding: chunked\r\n\r\n" << true;
    QTest::newRow("no body") << head + "\r\n" << false;
    QTest::newRow("body is there") << head + "Content-Length: 5\r\n\r\nh" << false;
    QTest::newRow("too large") << head + "Content-Length: 100001\r\n\r\n" << false;
    QTest::newRow("not let in")
        << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")
        << false;
    QTest::newRow("HTTP/1.0")
        << QByteArray(
               "POST / HTTP/1.0\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")
        << false;
}

void TestGuardBodies::asksForTheBody()
{
    QFETCH(QByteArray, bytes);
    QTEST(feed({bytes}).asked, "asks");
}

void TestGuardBodies::noticesPipelining_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("no body") << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTest::newRow("length") << QByteArray(
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi");
    QTest::newRow("chunks") << QByteArray(
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
        "2\r\nhi\r\n0\r\n\r\n");
}

void TestGuardBodies::noticesPipelining()
{
    QFETCH(QByteArray, request);
    const Outcome alone = feed({request});
    QVERIFY(alone.in && !alone.pipelined);
    const Outcome outcome = feed({request + request});
    QCOMPARE(outcome, alone);
    QVERIFY(outcome.pipelined);
}

void TestGuardBodies::takesOneRequestAfterTheOther()
{
    const GuardRules rules{Door(), maxBody};
    Guard guard(rules);
    ByteSource source;
    for (int i = 0; i < 3; ++i) {
        source.put("POST /" + QByteArray::number(i) +
                   " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi");
        QVERIFY(*guard.read(source) == Guard::Step::Whole);
        const Incoming in = guard.take();
        QCOMPARE(in.path, QByteArray("/" + QByteArray::number(i)));
        QCOMPARE(in.headers.size(), 2);
        QCOMPARE(in.body, "hi");
        QVERIFY(!guard.headBegun());
        source.put(
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: y\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        QVERIFY(*guard.read(source) == Guard::Step::Whole);
        QVERIFY(guard.take().body.isEmpty());
    }
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TestGuardBodies)
#include "tst_guard_bodies.moc"
