// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/demo_provider.h"
#include "tests/gateway/upstream/recorder.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! The demo provider answers as an OpenAI-compatible one does.
class TestDemoProvider : public QObject
{
    Q_OBJECT

    Transfers m_transfers;

    void ask(Recorder &recorder, const QByteArray &path, const QByteArrayList &body,
             const QByteArray &method = "POST")
    {
        const auto link = linkTo("demo:");
        link->demo = true;
        Outgoing outgoing = requestOver(link, body);
        outgoing.url = link->baseUrl + path;
        outgoing.method = method;
        recorder.transfer = m_transfers.start(std::move(outgoing), recorder);
        QCOMPARE(recorder.heads, 0); // never from within start()
    }

    static QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

    static QList<QJsonObject> events(const QByteArray &stream)
    {
        QList<QJsonObject> all;
        for (const QByteArray &line : stream.split('\n')) {
            if (line.startsWith("data: {"))
                all.append(object(line.mid(6)));
        }
        return all;
    }

private Q_SLOTS:
    void saysBackTheLastUserMessage_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<int>("prompt");
        QTest::addColumn<int>("completion");
        const auto row = [](const char *name, const char *messages, const QString &answer, int prompt,
                            int completion) {
            QTest::newRow(name) << QByteArray(messages) << answer << prompt << completion;
        };
        row("one", R"([{"role":"user","content":"Hello big world"}])", u"Hello big world"_s, 3, 3);
        row("last of two",
            R"([{"role":"system","content":"Be nice."},{"role":"user","content":"one"},{"role":"assistant","content":"one"},{"role":"user","content":"two  three\n"}])",
            u"two  three\n"_s, 6, 2);
        row("an answer behind it", R"([{"role":"user","content":"a"},{"role":"assistant","content":"b"}])",
            u"a"_s, 2, 1);
        row("parts",
            R"([{"role":"user","content":[{"type":"text","text":"look"},{"type":"image_url","image_url":{"url":"x"}},{"type":"text","text":"here"}]}])",
            u"look\nhere"_s, 2, 2);
        row("nothing said", R"([{"role":"user","content":""}])", QString(), 0, 0);
        row("unicode", R"([{"role":"user","content":"你好 \u0022世界\u0022 😀"}])", u"你好 \"世界\" 😀"_s, 3,
            3);
    }

    void saysBackTheLastUserMessage()
    {
        QFETCH(QByteArray, messages);
        QFETCH(QString, answer);
        QFETCH(int, prompt);
        QFETCH(int, completion);
        Recorder whole;
        ask(whole, "/chat/completions", {R"({"model":)", R"("echo")", ",\"messages\":" + messages + "}"});
        QTRY_VERIFY(whole.complete());
        QCOMPARE(whole.head.status, 200);
        QCOMPARE(whole.head.contentType, "application/json");
        QCOMPARE(whole.head.contentLength, whole.body.size());
        const QJsonObject reply = object(whole.body);
        QCOMPARE(reply["object"_L1].toString(), u"chat.completion"_s);
        QCOMPARE(reply["model"_L1].toString(), u"echo"_s);
        const QJsonObject choice = reply["choices"_L1].toArray()[0].toObject();
        QCOMPARE(choice["message"_L1].toObject()["content"_L1].toString(), answer);
        QCOMPARE(choice["message"_L1].toObject()["role"_L1].toString(), u"assistant"_s);
        QCOMPARE(choice["finish_reason"_L1].toString(), u"stop"_s);
        const QJsonObject usage = reply["usage"_L1].toObject();
        QCOMPARE(usage["prompt_tokens"_L1].toInt(), prompt);
        QCOMPARE(usage["completion_tokens"_L1].toInt(), completion);
        QCOMPARE(usage["total_tokens"_L1].toInt(), prompt + completion);

        Recorder streamed;
        ask(streamed, "/chat/completions?x=1",
            {R"({"model":"echo","stream":true,"stream_options":{"include_usage":true},"messages":)" +
             messages + "}"});
        QTRY_VERIFY(streamed.complete());
        QCOMPARE(streamed.head.contentType, "text/event-stream");
        QVERIFY(streamed.body.endsWith("data: [DONE]\n\n"));
        const QList<QJsonObject> chunks = events(streamed.body);
        QString text;
        for (const QJsonObject &chunk : chunks.first(chunks.size() - 1)) {
            QCOMPARE(chunk["object"_L1].toString(), u"chat.completion.chunk"_s);
            QCOMPARE(chunk["id"_L1], chunks[0]["id"_L1]);
            QVERIFY(chunk.contains("usage"_L1) && chunk["usage"_L1].isNull());
            text +=
                chunk["choices"_L1].toArray()[0].toObject()["delta"_L1].toObject()["content"_L1].toString();
        }
        QCOMPARE(text, answer);
        QCOMPARE(
            chunks[chunks.size() - 2]["choices"_L1].toArray()[0].toObject()["finish_reason"_L1].toString(),
            u"stop"_s);
        QVERIFY(chunks.last()["choices"_L1].toArray().isEmpty());
        QCOMPARE(chunks.last()["usage"_L1].toObject(), usage);
    }

    void streamsWordByWord()
    {
        Recorder recorder;
        QElapsedTimer timer;
        ask(recorder, "/chat/completions",
            {R"({"model":"echo","stream":true,"messages":[{"role":"user","content":"a b c d e"}]})"});
        timer.start();
        QTRY_VERIFY(recorder.complete());
        QVERIFY(timer.elapsed() >= 5 * DemoProvider::pace.count());
        QCOMPARE(recorder.pieces, 8); // the role, five words, the end, [DONE]
        QVERIFY(!recorder.body.contains("usage"));
    }

    void pausesAndGoesOn()
    {
        Recorder recorder;
        bool open = false;
        recorder.atBody = [&](QByteArrayView) { return open; };
        ask(recorder, "/chat/completions",
            {R"({"model":"echo","stream":true,"messages":[{"role":"user","content":"a b"}]})"});
        QTRY_COMPARE(recorder.pieces, 1);
        QTest::qWait(100);
        QCOMPARE(recorder.pieces, 1);
        QCOMPARE(m_transfers.active(), 1);
        open = true;
        recorder.transfer->resume();
        QTRY_VERIFY(recorder.complete());
        QCOMPARE(events(recorder.body).size(), 4);
        QCOMPARE(m_transfers.active(), 0);
    }

    void isBrokenOffFromWithin_data()
    {
        QTest::addColumn<int>("where");
        QTest::newRow("head") << 0;
        QTest::newRow("body") << 1;
        QTest::newRow("end") << 2;
    }

    void isBrokenOffFromWithin()
    {
        QFETCH(int, where);
        Recorder recorder;
        bool gone = false;
        const auto go = [&] {
            recorder.transfer.reset();
            gone = true;
        };
        recorder.atHead = [&] { where == 0 ? go() : void(); };
        recorder.atBody = [&](QByteArrayView) { return where == 1 ? go(), true : true; };
        recorder.atEnd = [&] { where == 2 ? go() : void(); };
        ask(recorder, "/models", {}, "GET");
        QTRY_VERIFY(gone);
        QCOMPARE(m_transfers.active(), 0);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char *method, const char *path, const char *body, int status) {
            QTest::addRow("%s %s %s", method, path, body)
                << QByteArray(method) << QByteArray(path) << QByteArray(body) << status;
        };
        row("POST", "/chat/completions", "", 400);
        row("POST", "/chat/completions", "[]", 400);
        row("POST", "/chat/completions", R"({"model":"echo")", 400);
        row("POST", "/chat/completions", R"({"model":"echo"})", 400);
        row("POST", "/chat/completions", R"({"model":"echo","messages":7})", 400);
        row("POST", "/chat/completions",
            R"({"model":"echo","messages":[1,null,{},{"role":"user"},{"role":7,"content":"x"}]})", 400);
        row("POST", "/chat/completions", R"({"model":"gpt","messages":[{"role":"user","content":"x"}]})",
            404);
        row("POST", "/chat/completions", R"({"messages":[{"role":"user","content":"x"}]})", 404);
        row("POST", "/responses", R"({"model":"echo","input":"x"})", 404);
        row("POST", "/embeddings", R"({"model":"echo","input":"x"})", 404);
        row("GET", "/chat/completions", "", 404);
        row("DELETE", "/models", "", 404);
        row("GET", "/models/other", "", 404);
        row("GET", "", "", 404);
    }

    void refuses()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        Recorder recorder;
        ask(recorder, path, {body}, method);
        QTRY_VERIFY(recorder.complete());
        QTEST(recorder.head.status, "status");
        const QJsonObject error = object(recorder.body)["error"_L1].toObject();
        QVERIFY(!error["message"_L1].toString().isEmpty());
        QCOMPARE(error["type"_L1].toString(), u"invalid_request_error"_s);
        QVERIFY(error.contains("param"_L1) && error.contains("code"_L1));
    }

    void completesText()
    {
        for (const char *prompt : {R"("say it")", R"(["say it"])"}) {
            Recorder recorder;
            ask(recorder, "/completions", {QByteArray(R"({"model":"echo","prompt":)") + prompt + "}"});
            QTRY_VERIFY(recorder.complete());
            const QJsonObject reply = object(recorder.body);
            QCOMPARE(reply["object"_L1].toString(), u"text_completion"_s);
            QCOMPARE(reply["choices"_L1].toArray()[0].toObject()["text"_L1].toString(), u"say it"_s);
        }
    }

    void listsItsModel()
    {
        Recorder recorder;
        ask(recorder, "/models", {}, "GET");
        QTRY_VERIFY(recorder.complete());
        QCOMPARE(object(recorder.body)["data"_L1].toArray()[0].toObject()["id"_L1].toString(), u"echo"_s);
        Recorder head;
        ask(head, "/models", {}, "HEAD");
        QTRY_VERIFY(head.complete());
        QVERIFY(head.body.isEmpty());
        QCOMPARE(head.head.contentLength, recorder.body.size());
    }
};

QTEST_GUILESS_MAIN(TestDemoProvider)
#include "tst_demo_provider.moc"
