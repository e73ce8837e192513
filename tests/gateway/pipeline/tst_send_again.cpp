// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/send_again.h"

#include <QTest>

using namespace gatehouse;

//! A recorded request comes anew, for another model.
class TestSendAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesTheModelInTheBody()
    {
        const auto in = again({.path = "/v1/chat/completions",
                               .query = "a=b",
                               .headers = "content-type: application/json\r\nanthropic-beta: x\r\n",
                               .request = R"({"messages":[], "model" : "old","n":1e2})"});
        QVERIFY(in);
        QCOMPARE(in->body, QByteArray("{\"messages\":[], \"model\" : \"p/n\\\"w\",\"n\":1e2}"));
        QVERIFY(in->body.capacity() >= in->body.size() + Incoming::bodyPadding);
        QCOMPARE(in->path, QByteArray("/v1/chat/completions"));
        QCOMPARE(in->query, QByteArrayView("a=b"));
        QCOMPARE(in->method, QByteArrayView("POST"));
        QCOMPARE(in->header("Anthropic-Beta"), QByteArrayView("x"));
        QCOMPARE(in->headers.size(), 2);
    }

    void replacesTheModelInThePath()
    {
        const auto in =
            again({.path = "/v1beta/models/a/b:generateContent", .request = R"({"contents":[]})"});
        QVERIFY(in);
        QCOMPARE(in->path, QByteArray("/v1beta/models/p/n\"w:generateContent"));
        QCOMPARE(in->body, QByteArray(R"({"contents":[]})"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("cut");
        const QByteArray chat = "/v1/chat/completions";
        const QByteArray body = R"({"messages":[],"model":"m"})";
        QTest::newRow("cut") << chat << body << true;
        QTest::newRow("nothing") << chat << QByteArray() << false;
        QTest::newRow("no JSON") << chat << QByteArray("{") << false;
        QTest::newRow("no model") << chat << QByteArray(R"({"messages":[]})") << false;
        QTest::newRow("no path") << QByteArray() << body << false;
        QTest::newRow("another path") << QByteArray("/providers/p/x") << body << false;
        QTest::newRow("a page") << QByteArray("/health") << body << false;
    }

    void refuses()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(bool, cut);
        const auto in = again({.path = path, .request = body, .cut = cut});
        QVERIFY(!in);
        QVERIFY(!in.error().message.isEmpty());
    }

private:
    Result<Incoming> again(const RecordedExchange &exchange)
    {
        return incomingAgain(exchange, "p/n\"w", m_json);
    }

    JsonPeek m_json;
};

QTEST_GUILESS_MAIN(TestSendAgain)
#include "tst_send_again.moc"
