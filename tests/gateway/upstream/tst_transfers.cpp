// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/upstream/recorder.h"

#include <QTest>

using namespace gatehouse;

//! What goes to a provider, and what of its answer comes back.
class TestTransfers : public QObject
{
    Q_OBJECT

    FakeProvider m_provider;
    Transfers m_transfers;

    //! Sends and waits for the end.
    void exchange(Recorder &recorder, Outgoing outgoing)
    {
        recorder.transfer = m_transfers.start(std::move(outgoing), recorder);
        QVERIFY(!recorder.end); // never from within start()
        QTRY_VERIFY(recorder.end);
    }

private Q_SLOTS:
    void init() { m_provider.reset(); }

    void carriesRequestAndAnswer()
    {
        m_provider.enqueue(FakeAnswer::json(R"({"a":1})", 200, {"X-Request-Id: r1"}));
        const auto link = linkTo(m_provider);
        link->headers = {"OpenAI-Organization: org-1"};
        Recorder recorder;
        exchange(recorder, requestOver(link, {R"({"model":)", R"("m")", "}"}));
        QVERIFY(recorder.complete());
        QCOMPARE(recorder.heads, 1);
        QCOMPARE(recorder.head.status, 200);
        QCOMPARE(recorder.head.contentType, "application/json");
        QCOMPARE(recorder.head.requestId, "r1");
        QCOMPARE(recorder.head.contentLength, 7);
        QCOMPARE(recorder.head.sends, 1);
        QCOMPARE(recorder.body, R"({"a":1})");

        const FakeRequest request = m_provider.nextRequest();
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.target, "/v1/chat/completions");
        QCOMPARE(request.body, R"({"model":"m"})");
        QCOMPARE(request.header("authorization"), "Bearer sk-secret");
        QCOMPARE(request.header("openai-organization"), "org-1");
        QCOMPARE(request.header("content-length"), "13");
        QCOMPARE(request.header("accept-encoding"), "identity");
        for (const char *absent : {"expect", "cookie", "transfer-encoding", "user-agent", "accept"})
            QVERIFY2(!request.has(absent), absent);
        int contentTypes = 0;
        for (const auto &header : request.headers)
            contentTypes += header.first.toLower() == "content-type";
        QCOMPARE(contentTypes, 1);
    }

    void sendsHeadersAsGiven()
    {
        Outgoing outgoing = requestOver(linkTo(m_provider));
        outgoing.headers = {"x-empty:", "x-blank: ", "Accept: text/event-stream", "User-Agent: OpenAI/JS 1"};
        Recorder recorder;
        exchange(recorder, std::move(outgoing));
        QVERIFY(recorder.complete());
        const FakeRequest request = m_provider.nextRequest();
        QVERIFY(request.has("x-empty"));
        QCOMPARE(request.header("x-empty"), "");
        QVERIFY(request.has("x-blank"));
        QCOMPARE(request.header("accept"), "text/event-stream");
        QCOMPARE(request.header("user-agent"), "OpenAI/JS 1");
        QVERIFY(!request.has("content-type")); // nothing is made up
    }

    void takesMethodsInTurn_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("GET") << QByteArray("GET") << QByteArray();
        QTest::newRow("POST") << QByteArray("POST") << QByteArray("abc");
        QTest::newRow("DELETE") << QByteArray("DELETE") << QByteArray();
        QTest::newRow("empty POST") << QByteArray("POST") << QByteArray();
        QTest::newRow("PUT") << QByteArray("PUT") << QByteArray("abcd");
        QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray();
        QTest::newRow("PATCH") << QByteArray("PATCH") << QByteArray("x");
        QTest::newRow("DELETE with body") << QByteArray("DELETE") << QByteArray("y");
        QTest::newRow("GET again") << QByteArray("GET") << QByteArray();
        QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << QByteArray();
    }

    void takesMethodsInTurn()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        static const auto link = linkTo(m_provider); // so that all use one handle
        if (method == "HEAD")
            m_provider.enqueue(FakeAnswer::raw("HTTP/1.1 200 OK\r\nContent-Length: 70\r\n\r\n"));
        Outgoing outgoing = requestOver(link, body.isEmpty() ? QByteArrayList() : QByteArrayList{body});
        outgoing.method = method;
        outgoing.url = link->baseUrl + "/things?x=%20y";
        Recorder recorder;
        exchange(recorder, std::move(outgoing));
        QVERIFY(recorder.complete());
        const FakeRequest request = m_provider.nextRequest();
        QCOMPARE(request.method, method);
        QCOMPARE(request.body, body);
        QCOMPARE(request.target, "/v1/things?x=%20y");
        if (method == "POST" && body.isEmpty())
            QCOMPARE(request.header("content-length"), "0");
    }

    void sendsBodiesInPieces_data()
    {
        QTest::addColumn<QByteArrayList>("body");
        const QByteArray large(3 * 1024 * 1024, 'l');
        QTest::newRow("small pieces") << QByteArrayList{"a", "", "b", "c"};
        QTest::newRow("one of 60 KiB") << QByteArrayList{QByteArray(60 * 1024, 'k')};
        QTest::newRow("one, large") << QByteArrayList{large};
        QTest::newRow("spliced, large") << QByteArrayList{large, "\"model\"", large, ",\"x\":1}"};
        QTest::newRow("spliced, middling")
            << QByteArrayList{QByteArray(20000, 'a'), "m", QByteArray(20000, 'b')};
    }

    void sendsBodiesInPieces()
    {
        QFETCH(QByteArrayList, body);
        Recorder recorder;
        exchange(recorder, requestOver(linkTo(m_provider), body));
        QVERIFY(recorder.complete());
        QVERIFY(m_provider.nextRequest().body == body.join());
    }

    void passesOnlyAllowedHeaders()
    {
        m_provider.enqueue(FakeAnswer::json("{}", 429,
                                            {"Set-Cookie: a=b", "Access-Control-Allow-Origin: *", "Server: s",
                                             "X-RateLimit-Remaining-Tokens: 7", "openai-version: 2020-10-01",
                                             "Retry-After: 1.5", "x-should-retry: true",
                                             "Alt-Svc: h3=\":443\"", "request-id: req_9",
                                             "x-ratelimit-bad\x01: 1\x02"
                                             "2"}));
        Recorder recorder;
        exchange(recorder, requestOver(linkTo(m_provider)));
        QVERIFY(recorder.complete());
        QCOMPARE(recorder.head.status, 429);
        QCOMPARE(recorder.body, "{}");
        QCOMPARE(recorder.head.requestId, "req_9");
        QCOMPARE(recorder.head.retryAfter, std::chrono::milliseconds(1500));
        QCOMPARE(recorder.head.headers, "x-ratelimit-remaining-tokens: 7\r\nopenai-version: 2020-10-01\r\n"
                                        "retry-after: 1.5\r\nx-should-retry: true\r\nrequest-id: req_9\r\n");
    }

    void skipsInterimAnswers()
    {
        m_provider.enqueue(FakeAnswer::raw(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nx-request-id: no\r\n\r\n"
            "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok"));
        Recorder recorder;
        exchange(recorder, requestOver(linkTo(m_provider)));
        QVERIFY(recorder.complete());
        QCOMPARE(recorder.heads, 1);
        QCOMPARE(recorder.head.status, 201);
        QVERIFY(recorder.head.requestId.isEmpty());
        QCOMPARE(recorder.body, "ok");
    }

    void followsNoRedirect()
    {
        const QByteArray elsewhere = linkTo(m_provider)->baseUrl + "/elsewhere";
        m_provider.enqueue(FakeAnswer::json("{}", 307, {"Location: " + elsewhere}));
        Recorder recorder;
        exchange(recorder, requestOver(linkTo(m_provider)));
        QVERIFY(recorder.complete());
        QCOMPARE(recorder.head.status, 307);
        QCOMPARE(m_provider.requestCount(), 1);
    }

    void readsChunksHoweverSplit()
    {
        const QByteArrayList events = {"data: 1\n\n", "data: \xe6\xa8\xa1\n\n", "data: [DONE]\n\n"};
        const QByteArray bytes = FakeAnswer::stream(events).bytes();
        for (qsizetype size : {1, 2, 3, 7, 1000}) {
            m_provider.enqueue(FakeAnswer().sendInPieces(bytes, size));
            Recorder recorder;
            exchange(recorder, requestOver(linkTo(m_provider)));
            QVERIFY(recorder.complete());
            QCOMPARE(recorder.body, events.join());
            QCOMPARE(recorder.head.contentLength, -1);
        }
    }

    void decodesGzipThatNobodyAskedFor()
    {
        const QByteArray zipped = QByteArray::fromBase64("H4sIAAAAAAACA6tWSlSyMqwFAK+sG1YHAAAA"); // {"a":1}
        m_provider.enqueue(FakeAnswer::json(zipped, 200, {"Content-Encoding: gzip"}));
        Recorder recorder;
        exchange(recorder, requestOver(linkTo(m_provider)));
        QVERIFY(recorder.complete());
        QCOMPARE(recorder.body, R"({"a":1})");
        QCOMPARE(recorder.head.contentLength, -1);
    }

    void refusesBadRequestsOfOurOwn_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("authorization");
        const QByteArray base = "http://127.0.0.1:1/v1";
        QTest::newRow("other host") << QByteArray("http://127.0.0.2/v1/x") << QByteArray();
        QTest::newRow("longer host") << base + ".example/x" << QByteArray();
        QTest::newRow("user") << base + "@example.org/" << QByteArray();
        QTest::newRow("file") << QByteArray("file:///etc/passwd") << QByteArray();
        QTest::newRow("line break in the key")
            << base + "/x" << QByteArray("Authorization: Bearer a\r\nX: y");
    }

    void refusesBadRequestsOfOurOwn()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, authorization);
        Outgoing outgoing = requestOver(linkTo("http://127.0.0.1:1/v1"));
        outgoing.url = url;
        outgoing.authorization = authorization;
        Recorder recorder;
        exchange(recorder, std::move(outgoing));
        QCOMPARE(recorder.end->kind, TransferEnd::Unreachable);
        QCOMPARE(recorder.end->sends, 0);
        QVERIFY(!recorder.end->message.contains(QStringLiteral("Bearer")));
    }
};

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
