// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/redact.h"
#include "gateway/pipeline/probe_answer.h"
#include "gateway/pipeline/probe_body.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What answers mean, good, bad and hostile ones.
class TestProbeAnswer : public QObject
{
    Q_OBJECT

    static ProbeAnswer answer(int status, const QByteArray &body, const QByteArray &type = "application/json")
    {
        ProbeAnswer answer;
        answer.head.status = status;
        answer.head.contentType = type;
        answer.body = body;
        return answer;
    }

private Q_SLOTS:
    void refusals_data()
    {
        using R = ProbeResult;
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("ofList");
        QTest::addColumn<int>("ofChat");
        const auto row = [](const char *name, int status, const char *body, int list, int chat) {
            QTest::newRow(name) << status << QByteArray(body) << list << chat;
        };
        const char *page = "<!DOCTYPE html><title>Hello</title>";
        row("401", 401, "{}", R::KeyRefused, R::KeyRefused);
        row("401 page", 401, page, R::KeyRefused, R::KeyRefused);
        row("403", 403, "{}", R::KeyRefused, R::KeyRefused);
        row("403 page", 403, page, R::NotAnApi, R::NotAnApi);
        row("400", 400, "{}", R::Refused, R::Refused);
        row("400 key", 400, R"({"error":{"status":"API_KEY_INVALID"}})", R::KeyRefused, R::KeyRefused);
        row("400 credit", 400, "Your credit balance is too low", R::NoCredit, R::NoCredit);
        row("402", 402, "", R::NoCredit, R::NoCredit);
        row("404", 404, "{}", R::NoList, R::NotFound);
        row("404 page", 404, page, R::NotAnApi, R::NotAnApi);
        row("405", 405, "{}", R::NoList, R::Refused);
        row("501", 501, "{}", R::NoList, R::ServerError);
        row("407", 407, page, R::ProxyUnreachable, R::ProxyUnreachable);
        row("422", 422, "{}", R::Refused, R::Refused);
        row("429", 429, "{}", R::RateLimited, R::RateLimited);
        row("429 quota", 429, R"({"error":{"code":"insufficient_quota"}})", R::NoCredit, R::NoCredit);
        row("500", 500, "{}", R::ServerError, R::ServerError);
        row("502 page", 502, page, R::ServerError, R::ServerError);
        row("529", 529, "", R::ServerError, R::ServerError);
        row("302", 302, "", R::NotAnApi, R::NotAnApi);
        row("200 page", 200, page, R::NotAnApi, R::NotAnApi);
        row("204", 204, "", R::NotAnApi, R::NotAnApi);
        row("200 text", 200, "OK", R::NotAnApi, R::NotAnApi);
        row("200 number", 200, "1", R::NotAnApi, R::NotAnApi);
        row("200 cut", 200, R"({"data":[{"id")", R::NotAnApi, R::NotAnApi);
        row("200 other JSON", 200, R"({"status":"up"})", R::NotAnApi, R::NotAnApi);
        row("200 error", 200, R"({"error":{"message":"no"}})", R::NotAnApi, R::Refused);
        row("200 list", 200, R"({"data":[]})", R::Ok, R::NotAnApi);
        row("200 chat", 200, R"({"choices":[]})", R::NotAnApi, R::Ok);
    }

    void refusals()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const ProbeAnswer given = answer(status, body);
        QTEST(int(outcomeOf(ProbeRequest::Models, Dialect::OpenAi, given)), "ofList");
        QTEST(int(outcomeOf(ProbeRequest::OneToken, Dialect::OpenAi, given)), "ofChat");
    }

    void ends_data()
    {
        using E = TransferEnd;
        using R = ProbeResult;
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("cause");
        QTest::addColumn<int>("outcome");
        QTest::newRow("refused") << int(E::Unreachable) << int(E::Other) << int(R::Unreachable);
        QTest::newRow("name") << int(E::Unreachable) << int(E::Name) << int(R::HostUnknown);
        QTest::newRow("proxy") << int(E::Unreachable) << int(E::Proxy) << int(R::ProxyUnreachable);
        QTest::newRow("tls") << int(E::Tls) << int(E::Other) << int(R::TlsFailed);
        QTest::newRow("silent") << int(E::FirstByteTimeout) << int(E::Other) << int(R::TimedOut);
        QTest::newRow("stuck") << int(E::IdleTimeout) << int(E::Other) << int(R::TimedOut);
        QTest::newRow("broken") << int(E::Broken) << int(E::Other) << int(R::NotAnApi);
    }

    void ends()
    {
        QFETCH(int, kind);
        QFETCH(int, cause);
        ProbeAnswer given;
        given.end = {TransferEnd::Kind(kind), u"why"_s, 0, TransferEnd::Cause(cause)};
        QTEST(int(outcomeOf(ProbeRequest::Models, Dialect::OpenAi, given)), "outcome");
        QCOMPARE(wordsOf(given), u"why"_s);
    }

    void pages_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("models");
        QTest::addColumn<QByteArray>("next");
        const auto row = [](const char *name, Dialect dialect, const QByteArray &body,
                            const QStringList &models, const char *next = "") {
            QTest::newRow(name) << dialect << body << models << QByteArray(next);
        };
        row("OpenAI", Dialect::OpenAi, R"({"object":"list","data":[{"id":"b"},{"id":"a"}]})",
            {u"b"_s, u"a"_s});
        row("array", Dialect::OpenAi, R"([{"id":"a"}])", {u"a"_s});
        row("null", Dialect::OpenAi, R"({"object":"list","data":null})", {});
        row("no pages", Dialect::OpenAi, R"({"data":[],"has_more":true,"last_id":"a"})", {});
        row("Anthropic", Dialect::Anthropic, R"({"data":[{"id":"a"}],"has_more":true,"last_id":"a"})",
            {u"a"_s}, "a");
        row("its last", Dialect::Anthropic, R"({"data":[{"id":"a"}],"has_more":false,"last_id":"a"})",
            {u"a"_s});
        row("Gemini", Dialect::Gemini,
            R"({"models":[{"name":"models/g"},{"name":"tuned/x"}],"nextPageToken":"t"})",
            {u"g"_s, u"tuned/x"_s}, "t");
        row("odd entries", Dialect::OpenAi,
            R"({"data":[1,null,{},{"id":3},{"id":""},{"id":"a\nb"},{"id":"a\u202eb"},{"id":"ok"}]})",
            {u"ok"_s});
        row("too long", Dialect::OpenAi, R"({"data":[{"id":")" + QByteArray(300, 'x') + R"("}]})", {});
    }

    void pages()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QByteArray, body);
        const auto page = readModelPage(dialect, body);
        QVERIFY(page);
        QTEST(page->models, "models");
        QTEST(page->next, "next");
    }

    void noPages_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("an object") << QByteArray(R"({"data":{"id":"a"}})");
        QTest::newRow("null") << QByteArray(R"({"data":null})");
        QTest::newRow("bytes") << QByteArray("\xff\xfe\0\1", 4);
    }

    void noPages()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!readModelPage(Dialect::OpenAi, body));
        QVERIFY(!readModelPage(Dialect::Gemini, body));
    }

    void words_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("words");
        QTest::newRow("OpenAI") << QByteArray(R"({"error":{"message":"No."}})") << u"No."_s;
        QTest::newRow("bare error") << QByteArray(R"({"error":"No."})") << u"No."_s;
        QTest::newRow("message") << QByteArray(R"({"code":1,"message":"No."})") << u"No."_s;
        QTest::newRow("detail") << QByteArray(R"({"detail":"No."})") << u"No."_s;
        QTest::newRow("Google") << QByteArray(R"([{"error":{"message":"No."}}])") << u"No."_s;
        QTest::newRow("text") << QByteArray("No.") << u"No."_s;
        QTest::newRow("page") << QByteArray("<html><script>x</script>") << u"text/html"_s;
        QTest::newRow("nothing") << QByteArray(" ") << u"HTTP 400"_s;
    }

    void words()
    {
        QFETCH(QByteArray, body);
        QTEST(wordsOf(answer(400, body)), "words");
    }

    void detailIsPlain()
    {
        const Redactor redactor;
        const QString bad = u"a\nb\x1b[31m\u202e\u200b  c"_s;
        QCOMPARE(plainDetail(bad, redactor, {}), u"a b [31m c"_s);
        const QString longest = plainDetail(QString(1000, u'x'), redactor, {});
        QCOMPARE(longest.size(), 300);
        QCOMPARE(plainDetail(u"key tiny, sk-0123456789abcdefghij"_s, redactor, {"tiny"}), u"key ***, ***"_s);
    }

    void neverCutsACharacter()
    {
        const QString detail = plainDetail(QString(298, u'x') + u"\U0001F600\U0001F600"_s, Redactor(), {});
        QVERIFY(detail.isValidUtf16());
        QVERIFY(detail.size() <= 300);
    }
};

QTEST_GUILESS_MAIN(TestProbeAnswer)
#include "tst_probe_answer.moc"
