// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/parse.h"
#include "gateway/pipeline/translate.h"
#include "tests/gateway/pipeline/sample.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr char chat[] = R"({"model":"asked","seed":7,"messages":[{"role":"user","content":"Hi"}]})";
constexpr char messages[] = R"({"model":"asked","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]})";

//! Everything that a translated request lives on.
struct Bench
{
    Incoming in;
    std::shared_ptr<const Snapshot> snapshot;
    JsonPeek json;
    Limiter limiter;
    Health health;
    Cooldowns cooldowns;
    KeyTurns keyTurns;
    Balancer balancer;
    Transfers transfers;
    Redactor redactor;
    ReplyMemory memory;
    Services services{json,     limiter,   health,   cooldowns, keyTurns,
                      balancer, transfers, redactor, memory,    [](const UsageRecord &) {}};
    Call call;
    std::optional<TranslatedRequest> translated;

    Bench(const QByteArray &path, const QByteArray &body, const QByteArrayList &lines = {})
        : in(sample::request("POST", path, lines, body))
    {
        Config config;
        config.providers = {sample::provider(u"open"_s, {}),
                            sample::provider(u"ant"_s, {}, Dialect::Anthropic)};
        config.providers.last().headers = {{"X-Own", "1"}};
        snapshot = sample::snapshot(config);
        auto parsed = parse(json, in, *matchEndpoint(in), {}, [](const Peek &) {});
        if (!parsed)
            qFatal("%s", qPrintable(parsed.error().message));
        call = std::move(*parsed);
        translated.emplace(in, call, services);
    }

    Picked picked(int provider) const
    {
        Picked picked;
        picked.provider = &snapshot->providers[size_t(provider)];
        picked.model = "theirs";
        picked.authorization = "X-Api-Key: provider-key";
        return picked;
    }
    Result<Prepared> toOpenAi() { return translated->prepare(picked(0)); }
    Result<Prepared> toAnthropic() { return translated->prepare(picked(1)); }
};

QJsonObject bodyOf(const Outgoing &out)
{
    QByteArray body;
    for (QByteArrayView part : out.body)
        body.append(part);
    return QJsonDocument::fromJson(body).object();
}

QByteArray line(const Outgoing &out, const QByteArray &name)
{
    QByteArrayList found;
    for (const QByteArray &header : out.headers) {
        if (header.toLower().startsWith(QByteArray(name + ": ")))
            found.append(header.sliced(name.size() + 2));
    }
    return found.join('|');
}

} // namespace

//! What a provider of another dialect is sent.
class TestTranslate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesForAnthropic()
    {
        Bench bench("/v1/chat/completions?key=secret&x=1", chat,
                    {"Content-Type: application/json; charset=utf-8", "Authorization: Bearer client",
                     "OpenAI-Organization: org", "X-Stainless-Lang: js", "User-Agent: app/1"});
        auto prepared = bench.toAnthropic();
        QVERIFY(prepared);
        const Outgoing out = std::move(prepared->outgoing); // the body's bytes move along
        QCOMPARE(out.method, "POST");
        QCOMPARE(out.url, "https://ant.example/v1/messages");
        QCOMPARE(out.authorization, "X-Api-Key: provider-key");
        QCOMPARE(line(out, "content-type"), "application/json");
        QCOMPARE(line(out, "anthropic-version"), "2023-06-01");
        QCOMPARE(line(out, "user-agent"), "app/1");
        for (const QByteArray name : {"authorization", "openai-organization", "x-stainless-lang"})
            QCOMPARE(line(out, name), QByteArray());
        const QJsonObject body = bodyOf(out);
        QCOMPARE(body["model"_L1].toString(), u"theirs"_s);
        QVERIFY(body["max_tokens"_L1].toInt() > 0);
        QVERIFY(prepared->reading);
        QCOMPARE(prepared->reading->context.model, "asked");
        QVERIFY(!prepared->reading->context.token.isEmpty());
        QCOMPARE(prepared->dropped.header(), "seed");
    }

    void writesForOpenAi()
    {
        Bench bench("/v1/messages?beta=true", messages,
                    {"anthropic-version: 2023-06-01", "anthropic-beta: a,b", "x-api-key: client"});
        const auto prepared = bench.toOpenAi();
        QVERIFY(prepared);
        QCOMPARE(prepared->outgoing.url, "https://open.example/v1/chat/completions");
        for (const QByteArray name : {"anthropic-version", "anthropic-beta", "x-api-key"})
            QCOMPARE(line(prepared->outgoing, name), QByteArray());
        QCOMPARE(line(prepared->outgoing, "content-type"), "application/json");
        QCOMPARE(bodyOf(prepared->outgoing)["model"_L1].toString(), u"theirs"_s);
        QVERIFY(prepared->dropped.names().isEmpty());
    }

    void keepsTheClientsBetas()
    {
        Bench bench("/v1/chat/completions", chat, {"anthropic-beta: context-1m"});
        const auto prepared = bench.toAnthropic();
        QVERIFY(prepared);
        QVERIFY(line(prepared->outgoing, "anthropic-beta").startsWith("context-1m"));
    }

    void tellsWhatItCannotCarry_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("several choices") << QByteArray(R"("n":2,)");
        QTest::newRow("audio out") << QByteArray(R"("modalities":["audio"],"audio":{"voice":"x"},)");
    }

    void tellsWhatItCannotCarry()
    {
        QFETCH(QByteArray, more);
        Bench bench("/v1/chat/completions", QByteArray(chat).insert(1, more));
        for (int i = 0; i < 2; ++i) { // the second time from memory
            const auto prepared = bench.toAnthropic();
            QVERIFY(!prepared);
            QCOMPARE(prepared.error().status, 400);
        }
    }

    void estimatesWhereNobodyCounts()
    {
        Bench bench("/v1/messages/count_tokens", messages);
        const auto estimate = bench.translated->estimate(bench.picked(0));
        QVERIFY(estimate && *estimate);
        QVERIFY(QJsonDocument::fromJson(**estimate).object()["input_tokens"_L1].toInt() > 0);
        QVERIFY(!bench.translated->estimate(bench.picked(1)));
        const auto prepared = bench.toAnthropic();
        QVERIFY(prepared);
        QVERIFY(prepared->outgoing.url.endsWith("/messages/count_tokens"));
        Bench other("/v1/messages", messages);
        QVERIFY(!other.translated->estimate(other.picked(0)));
    }

    //! As Gemini CLI counts it; Claude would refuse to.
    void estimatesWhatAToolGaveBackAlone()
    {
        const QByteArray call = R"({"role":"model","parts":[{"functionCall":{"name":"f","args":{}}}]},)";
        const QByteArray result =
            R"({"role":"user","parts":[{"functionResponse":{"name":"f","response":{"output":"r"}}}]})";
        Bench alone("/v1beta/models/asked:countTokens", "{\"contents\":[" + result + "]}");
        const auto estimate = alone.translated->estimate(alone.picked(1));
        QVERIFY(estimate && *estimate);
        QVERIFY(QJsonDocument::fromJson(**estimate).object()["totalTokens"_L1].toInt() > 0);
        Bench both("/v1beta/models/asked:countTokens", "{\"contents\":[" + call + result + "]}");
        QVERIFY(!both.translated->estimate(both.picked(1)));
    }
};

QTEST_GUILESS_MAIN(TestTranslate)
#include "tst_translate.moc"
