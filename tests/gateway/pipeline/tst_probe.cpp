// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/redact.h"
#include "gateway/credentials/env_file.h"
#include "gateway/pipeline/probe.h"
#include "tests/support/fake_provider.h"

#include <QTcpServer>
#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! Probes of a provider that does what it is told.
class TestProbe : public QObject
{
    Q_OBJECT

    FakeProvider m_fake;

    Provider provider(Dialect dialect = Dialect::OpenAi) const
    {
        Provider provider;
        provider.id = u"fake"_s;
        provider.dialect = dialect;
        provider.auth = authHeaderFor(dialect);
        provider.baseUrl = u"http://127.0.0.1:%1/v1"_s.arg(m_fake.port());
        provider.proxy = u"none"_s;
        return provider;
    }

    static ProbeResult ask(const ProbeRequest &request)
    {
        Transfers transfers;
        const Redactor redactor;
        std::optional<ProbeResult> result;
        Probe probe(transfers, redactor, probeTask(request, {}, {}),
                    [&](const ProbeResult &done) { result = done; });
        probe.start();
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
            qWarning("The probe does not end");
        return result.value_or(ProbeResult{ProbeResult::TimedOut, -1});
    }

private Q_SLOTS:
    void init() { m_fake.reset(); }

    void asksForOneToken_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("OpenAI")
            << Dialect::OpenAi << QByteArray("/v1/chat/completions") << QByteArray("authorization")
            << QByteArray("{\"model\":\"m/\\\"1\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],"
                          "\"max_tokens\":1}")
            << QByteArray("{\"choices\":[{}]}");
        QTest::newRow("Azure")
            << Dialect::AzureOpenAi << QByteArray("/v1/chat/completions") << QByteArray("api-key")
            << QByteArray("{\"model\":\"m/\\\"1\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],"
                          "\"max_tokens\":1}")
            << QByteArray("{\"choices\":[{}]}");
        QTest::newRow("Anthropic") << Dialect::Anthropic << QByteArray("/v1/messages")
                                   << QByteArray("x-api-key")
                                   << QByteArray("{\"model\":\"m/\\\"1\",\"max_tokens\":1,\"messages\":"
                                                 "[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                                   << QByteArray("{\"content\":[]}");
        QTest::newRow("Gemini") << Dialect::Gemini << QByteArray("/v1beta/models/m%2F%221:generateContent")
                                << QByteArray("x-goog-api-key")
                                << QByteArray(
                                       "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}],"
                                       "\"generationConfig\":{\"maxOutputTokens\":1}}")
                                << QByteArray("{\"candidates\":[]}");
    }

    void asksForOneToken()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, header);
        m_fake.enqueue(FakeAnswer::json(answer));
        const ProbeResult result =
            ask({ProbeRequest::OneToken, provider(dialect), "typed-key-0123456789", u"m/\"1"_s});
        QCOMPARE(result.outcome, ProbeResult::Ok);
        QCOMPARE(result.httpStatus, 200);
        QVERIFY(result.latencyMs > 0);
        const FakeRequest request = m_fake.nextRequest();
        QTEST(request.target, "target");
        QTEST(request.body, "body");
        QVERIFY(request.header(header).endsWith("typed-key-0123456789"));
        QCOMPARE(request.has("anthropic-version"), dialect == Dialect::Anthropic);
    }

    void triesTheNewerName()
    {
        const FakeAnswer refusal =
            FakeAnswer::json("{\"error\":{\"message\":\"Use 'max_completion_tokens' instead.\"}}", 400);
        m_fake.enqueue(refusal);
        m_fake.enqueue(FakeAnswer::json("{\"choices\":[]}"));
        const ProbeRequest request{ProbeRequest::OneToken, provider(), {}, u"o3"_s};
        QCOMPARE(ask(request).outcome, ProbeResult::Ok);
        QVERIFY(m_fake.nextRequest().body.contains("\"max_tokens\":1"));
        QVERIFY(m_fake.nextRequest().body.contains("\"max_completion_tokens\":1"));
        m_fake.answerWith([refusal](const FakeRequest &) { return refusal; });
        m_fake.reset();
        QCOMPARE(ask(request).outcome, ProbeResult::Refused);
        QCOMPARE(m_fake.requestCount(), 2); // once more, and no oftener
    }

    void turnsPages()
    {
        m_fake.enqueue(FakeAnswer::json("{\"data\":[{\"id\":\"a\"}],\"has_more\":true,\"last_id\":\"a&b\"}"));
        m_fake.enqueue(FakeAnswer::json("{\"data\":[{\"id\":\"c\"},{\"id\":\"a\"}],\"has_more\":false}"));
        const ProbeResult result = ask({ProbeRequest::Models, provider(Dialect::Anthropic)});
        QCOMPARE(result.models, QStringList({u"a"_s, u"c"_s}));
        QCOMPARE(m_fake.nextRequest().target, "/v1/models?limit=1000");
        QCOMPARE(m_fake.nextRequest().target, "/v1/models?limit=1000&after_id=a%26b");
    }

    void stopsTurning()
    {
        auto page = std::make_shared<int>(0);
        m_fake.answerWith([page](const FakeRequest &) {
            const QByteArray number = QByteArray::number(++*page);
            return FakeAnswer::json("{\"models\":[{\"name\":\"models/" + number +
                                    "\"}],\"nextPageToken\":\"" + number + "\"}");
        });
        QCOMPARE(ask({ProbeRequest::Models, provider(Dialect::Gemini)}).models.size(), Probe::mostPages);
        m_fake.answerWith([](const FakeRequest &) {
            return FakeAnswer::json("{\"models\":[{\"name\":\"models/x\"}],\"nextPageToken\":\"same\"}");
        });
        QCOMPARE(ask({ProbeRequest::Models, provider(Dialect::Gemini)}).models, QStringList{u"x"_s});
        QCOMPARE(m_fake.requestCount(), Probe::mostPages + 2);
    }

    void hasNoList()
    {
        Provider perplexity = provider();
        perplexity.preset = u"perplexity"_s;
        QCOMPARE(ask({ProbeRequest::Models, perplexity}).outcome, ProbeResult::NoList);
        QCOMPARE(m_fake.requestCount(), 0);
    }

    void readsNoMoreThanItShould()
    {
        m_fake.answerWith([](const FakeRequest &) { return FakeAnswer::streamHead().flood(64 << 20); });
        const qint64 before = m_fake.bytesSent();
        QCOMPARE(ask({ProbeRequest::OneToken, provider(), {}, u"m"_s}).outcome, ProbeResult::NotAnApi);
        QVERIFY(m_fake.bytesSent() - before < 32 << 20);
    }

    void hidesTheKeyThatIsEchoed()
    {
        const QByteArray key = "tiny"; // too short for the redactor
        m_fake.answerWith([](const FakeRequest &) {
            return FakeAnswer::json("{\"error\":{\"message\":\"Wrong key: tiny\\u0007\"}}", 401);
        });
        const ProbeResult result = ask({ProbeRequest::Models, provider(), key});
        QCOMPARE(result.outcome, ProbeResult::KeyRefused);
        QCOMPARE(result.httpStatus, 401);
        QCOMPARE(result.detail, u"Wrong key: ***"_s);
    }

    void refusesWhatIsNoKey_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("blank") << QByteArray("  ");
        QTest::newRow("a second header") << QByteArray("abc\r\nX-Evil: 1");
        QTest::newRow("not ASCII") << QByteArray("schl\xc3\xbcssel");
    }

    void refusesWhatIsNoKey()
    {
        QFETCH(QByteArray, key);
        const ProbeResult result = ask({ProbeRequest::Models, provider(), key});
        QCOMPARE(result.outcome, ProbeResult::NoKey);
        QVERIFY(!result.detail.isEmpty());
        QCOMPARE(m_fake.requestCount(), 0);
    }

    void sendsNoKeyInTheClear()
    {
        Provider far = provider();
        far.baseUrl = u"http://api.example.com/v1"_s;
        const ProbeResult result = ask({ProbeRequest::Models, far, "typed-key-0123456789"});
        QCOMPARE(result.outcome, ProbeResult::Unreachable);
        QCOMPARE(result.httpStatus, 0);
        QVERIFY(result.detail.startsWith(u"the base URL "_s));
    }

    void cannotBeReached()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QString free = u"127.0.0.1:"_s + QString::number(closed.serverPort());
        closed.close();
        Provider nobody = provider();
        nobody.baseUrl = u"http://"_s + free + u"/v1"_s;
        QCOMPARE(ask({ProbeRequest::Models, nobody}).outcome, ProbeResult::Unreachable);

        Provider behind = provider();
        behind.baseUrl = u"https://192.0.2.1/v1"_s; // leads nowhere (RFC 5737)
        behind.proxy = u"http://me:s3cret@"_s + free;
        const ProbeResult result = ask({ProbeRequest::Models, behind});
        QCOMPARE(result.outcome, ProbeResult::ProxyUnreachable);
        QVERIFY2(result.detail.contains(free), qPrintable(result.detail));
        QVERIFY(!result.detail.contains(u"s3cret"_s));

        Provider unnamed = provider();
        unnamed.baseUrl = u"https://nobody.invalid/v1"_s; // RFC 6761
        QCOMPARE(ask({ProbeRequest::Models, unnamed}).outcome, ProbeResult::HostUnknown);

        Provider plain = provider();
        plain.baseUrl.replace(u"http:"_s, u"https:"_s);
        QCOMPARE(ask({ProbeRequest::Models, plain}).outcome, ProbeResult::TlsFailed);
    }

    void waitsNoLongerThanTheProviderMay()
    {
        Provider silent = provider();
        silent.timeouts.firstByte = 1s;
        m_fake.answerWith([](const FakeRequest &) { return FakeAnswer().wait("never"); });
        QCOMPARE(ask({ProbeRequest::Models, silent}).outcome, ProbeResult::TimedOut);
    }

    void talksToSomethingElse()
    {
        m_fake.answerWith([](const FakeRequest &) { return FakeAnswer::raw("SSH-2.0-OpenSSH\r\n").close(); });
        QCOMPARE(ask({ProbeRequest::Models, provider()}).outcome, ProbeResult::NotAnApi);
    }
};

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
