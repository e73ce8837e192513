// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/config/check_rows.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! Adds a provider that no route leads to.
Provider &second(Config &config)
{
    config.providers.append(config.providers[0]);
    config.providers[1].id = u"second"_s;
    return config.providers[1];
}

} // namespace

//! check() lets no provider pass that could not work, or that could leak a key.
class TestProviderCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void providers_data()
    {
        addColumns();
        error(u"no id"_s, u"/providers/0/id"_s, [](Config &c) {
            c.providers[0].id.clear();
            c.routes.clear();
            c.defaultModel.clear();
        });
        for (const QString &id :
             {u"OpenAI"_s, u"a b"_s, u"a/b"_s, u"ä"_s, u"."_s, u".."_s, QString(65, u'a'), u"a\n"_s}) {
            error(u"id %1"_s.arg(id), u"/providers/1/id"_s, [id](Config &c) { second(c).id = id; });
        }
        error(u"same id"_s, u"/providers/1/id"_s, [](Config &c) { second(c).id = u"openai"_s; });
        error(u"name with a control character"_s, u"/providers/0/name"_s,
              [](Config &c) { c.providers[0].name = u"a\x1b[31m"_s; });
        for (const QString &end :
             {u"/chat/completions"_s, u"/chat/completions/"_s, u"/messages"_s, u"/responses"_s,
              u"/embeddings"_s, u"/completions"_s, u"/models/gemini-2.5-pro:generateContent"_s,
              u"/models/m:streamGenerateContent"_s}) {
            warning(u"address with %1"_s.arg(end), u"/providers/0/baseUrl"_s,
                    [end](Config &c) { c.providers[0].baseUrl += end; });
        }
        warning(u"the gateway itself"_s, u"/providers/1/baseUrl"_s, [](Config &c) {
            second(c).baseUrl = u"http://localhost:1337/v1"_s;
            c.providers[1].apiKeys.clear();
        });
    }
    void providers() { checkRow(); }

    void apiKeys_data()
    {
        addColumns();
        error(u"variable with a dash"_s, u"/providers/1/apiKey"_s,
              [](Config &c) { second(c).apiKeys = {u"${A-B}"_s}; });
        error(u"variable without braces"_s, u"/providers/1/apiKey"_s,
              [](Config &c) { second(c).apiKeys = {u"$A"_s}; });
        error(u"empty variable"_s, u"/providers/1/apiKey"_s,
              [](Config &c) { second(c).apiKeys = {u"${}"_s}; });
        error(u"empty key in a list"_s, u"/providers/0/apiKey/1"_s,
              [](Config &c) { c.providers[0].apiKeys[1].clear(); });
        error(u"keychain without a host"_s, u"/providers/0/apiKey/1"_s,
              [](Config &c) { c.providers[0].apiKeys[1] = u"keychain:openai"_s; });
        error(u"keychain of others"_s, u"/providers/0/apiKey/1"_s,
              [](Config &c) { c.providers[0].apiKeys[1] = u"keychain:Chrome Safe Storage@x"_s; });
        warning(u"keychain for another host"_s, u"/providers/0/apiKey/1"_s,
                [](Config &c) { c.providers[0].apiKeys[1] = u"keychain:openai@evil.example"_s; });
        warning(u"same key twice"_s, u"/providers/0/apiKey/1"_s,
                [](Config &c) { c.providers[0].apiKeys[1] = c.providers[0].apiKeys[0]; });
    }
    void apiKeys() { checkRow(); }

    void headers_data()
    {
        addColumns();
        for (const char *name : {"", "a b", "a:b", "a\r\nb", "\xc3\xa4", "Host", "content-length",
                                 "Transfer-Encoding", "connection", "Expect", "Authorization", "x-api-key",
                                 "API-Key", "x-goog-api-key", "Cookie", "Proxy-Authorization"}) {
            error(u"header %1"_s.arg(QString::fromUtf8(name)),
                  u"/providers/0/headers/"_s + QString::fromUtf8(name), [name](Config &c) {
                      c.providers[0].headers = {{name, "x"}};
                  });
        }
        for (const QByteArray &value :
             {QByteArray("a\r\nX: b"), QByteArray("a\nb"), QByteArray("a\0b", 3), QByteArray("\xc3\xa4"),
              QByteArray("\x7f"), QByteArray("sk-proj-Ab12Cd34Ef56Gh78"), QByteArray("Bearer abc123def456"),
              QByteArray(5000, 'a')}) {
            error(u"header value %1"_s.arg(QString::fromLatin1(value.toPercentEncoding().left(40))),
                  u"/providers/0/headers/X-Own"_s, [value](Config &c) {
                      c.providers[0].headers = {{"X-Own", value}};
                  });
        }
        error(u"header twice"_s, u"/providers/0/headers/x-own"_s, [](Config &c) {
            c.providers[0].headers = {{"X-Own", "1"}, {"x-own", "2"}};
        });
        warning(u"variable in a header"_s, u"/providers/0/headers/X-Own"_s, [](Config &c) {
            c.providers[0].headers = {{"X-Own", "${ORG}"}};
        });
    }
    void headers() { checkRow(); }

    void models_data()
    {
        addColumns();
        error(u"model without an id"_s, u"/providers/0/models/0/id"_s,
              [](Config &c) { c.providers[0].models[0].id.clear(); });
        error(u"model with a line end"_s, u"/providers/0/models/0/id"_s,
              [](Config &c) { c.providers[0].models[0].id = u"a\n"_s; });
        error(u"model twice"_s, u"/providers/0/models/2/id"_s,
              [](Config &c) { c.providers[0].models.append({u"gpt-4o"_s}); });
        error(u"pattern as alias"_s, u"/providers/0/models/0/alias"_s,
              [](Config &c) { c.providers[0].models[0].alias = u"f*"_s; });
        error(u"alias of a pattern"_s, u"/providers/0/models/1/alias"_s,
              [](Config &c) { c.providers[0].models[1].alias = u"f"_s; });
        warning(u"alias twice"_s, u"/providers/0/models/2/alias"_s, [](Config &c) {
            c.providers[0].models.append({u"b"_s, u"fast"_s});
        });
        warning(u"alias like an id"_s, u"/providers/0/models/2/alias"_s, [](Config &c) {
            c.providers[0].models.append({u"b"_s, u"gpt-4o"_s});
        });
        warning(u"alias like a route"_s, u"/providers/0/models/0/alias"_s,
                [](Config &c) { c.providers[0].models[0].alias = u"smart"_s; });
    }
    void models() { checkRow(); }

    void prices_data()
    {
        addColumns();
        const auto row = [](const QString &name, const QString &field, const Price &price) {
            error(name, u"/providers/0/models/1/price/"_s + field,
                  [price](Config &c) { c.providers[0].models[1].price = price; });
        };
        row(u"negative"_s, u"input"_s, {-0.01, 1});
        row(u"too much"_s, u"output"_s, {1, 1'000'000.1});
        row(u"no number"_s, u"cacheRead"_s, {1, 1, qQNaN()});
        row(u"endless"_s, u"cacheWrite"_s, {1, 1, 1, qInf()});
    }
    void prices() { checkRow(); }

    void transport_data()
    {
        addColumns();
        error(u"no connect time"_s, u"/providers/0/timeouts/connectSeconds"_s,
              [](Config &c) { c.providers[0].timeouts.connect = {}; });
        error(u"endless wait"_s, u"/providers/0/timeouts/idleSeconds"_s,
              [](Config &c) { c.providers[0].timeouts.idle = std::chrono::hours(25); });
        error(u"no attempt"_s, u"/providers/0/retry/attempts"_s,
              [](Config &c) { c.providers[0].retry.attempts = 0; });
        error(u"too many attempts"_s, u"/providers/0/retry/attempts"_s,
              [](Config &c) { c.providers[0].retry.attempts = 21; });
        error(u"negative delay"_s, u"/providers/0/retry/baseDelayMs"_s,
              [](Config &c) { c.providers[0].retry.baseDelay = std::chrono::milliseconds(-1); });
        warning(u"delays the wrong way round"_s, u"/providers/0/retry/maxDelayMs"_s,
                [](Config &c) { c.providers[0].retry.maxDelay = std::chrono::milliseconds(1); });
        for (const char *proxy : {"", "System", "127.0.0.1:3128", "ftp://a:1", "socks5://a:1", "http://",
                                  "http://127.1:80", "http://127.0B1:80", "http://0x7f.1:80", "http://a:0",
                                  "http://u:p@a:1", "http://a:1/x", "http://a:1?x"}) {
            error(u"proxy %1"_s.arg(QLatin1StringView(proxy)), u"/providers/0/proxy"_s,
                  [proxy](Config &c) { c.providers[0].proxy = QString::fromLatin1(proxy); });
        }
    }
    void transport() { checkRow(); }

    void literalKeysAreRefusedAndNeverShown_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key :
             {"sk-proj-SECRET1234567890", "SECRET", "${SECRET", "$SECRET-1", "keychain:SECRET word@x",
              "Bearer SECRET", " ${SECRET}", "${SECRET} ", "env:SECRET", "file:/SECRET", "SECRET\r\nX: y"})
            QTest::newRow(key) << QString::fromUtf8(key);
    }
    void literalKeysAreRefusedAndNeverShown()
    {
        QFETCH(QString, key);
        Config config = sound();
        config.providers[0].apiKeys = {key};
        const QList<Problem> problems = check(config);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems[0].path, u"/providers/0/apiKey"_s);
        QVERIFY(!problems[0].warning);
        QVERIFY(!problems[0].message.contains("SECRET"_L1));
    }

    void theWayOutIsNamed()
    {
        Config config = sound();
        config.providers[0].apiKeys = {u"sk-proj-SECRET1234567890"_s};
        QVERIFY(check(config)[0].message.contains("gatehoused key set openai"_L1));
        QVERIFY(check(config)[0].message.contains("${NAME}"_L1));
        config.providers[0].baseUrl = u"https://user:SECRET@x.example"_s;
        config.providers[0].headers = {{"Authorization", "Bearer SECRET"}};
        config.providers[0].proxy = u"http://user:SECRET@x.example"_s;
        config.clients[0].keyHash = "SECRET";
        for (const Problem &problem : check(config))
            QVERIFY2(!problem.message.contains("SECRET"_L1), qPrintable(problem.message));
    }
};

QTEST_GUILESS_MAIN(TestProviderCheck)
#include "tst_provider_check.moc"
