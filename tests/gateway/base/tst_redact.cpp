// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/redact.h"

#include <QTest>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace gatehouse;

namespace {

const QByteArray known = "zq9/Pl+A7bC8dE9fG0==";

std::unique_ptr<Redactor> withKnown()
{
    auto redactor = std::make_unique<Redactor>();
    redactor->setSecrets({known, "short", "another-secret-of-mine"});
    return redactor;
}

} // namespace

//! No secret passes, and no ordinary word is taken for one.
class TestRedact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownSecrets_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("clean");

        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("none") << QByteArray("all is well") << QByteArray("all is well");
        QTest::newRow("whole") << "is " + known + "." << QByteArray("is ***.");
        QTest::newRow("alone") << known << QByteArray("***");
        QTest::newRow("twice") << known + ' ' + known << QByteArray("*** ***");
        QTest::newRow("doubled") << known + known << QByteArray("***");
        QTest::newRow("beginning") << "is " + known.first(8) + "…" << QByteArray("is ***…");
        QTest::newRow("longer beginning") << "is " + known.first(13) + "…" << QByteArray("is ***…");
        QTest::newRow("end") << "is …" + known.last(8) << QByteArray("is …***");
        QTest::newRow("longer end") << "is …" + known.last(13) + '!' << QByteArray("is …***!");
        QTest::newRow("masked") << known.first(9) + "****" + known.last(9)
                                << QByteArray("*******"
                                              "***");
        QTest::newRow("too short a beginning") << "is " + known.first(7) << "is " + known.first(7);
        QTest::newRow("too short an end") << "is " + known.last(7) << "is " + known.last(7);
        QTest::newRow("beginning at the end") << "x" + known.first(10) << QByteArray("x***");
        QTest::newRow("in JSON") << QByteArray(R"({"m":"zq9\/Pl+A7bC8dE9fG0=="})")
                                 << QByteArray(R"({"m":"***"})");
        QTest::newRow("escaped letter by letter")
            << QByteArray(R"({"m":"\u007aq9\/Pl\u002BA7bC8dE9fG0=\u003d."})")
            << QByteArray(R"({"m":"***."})");
        QTest::newRow("escaped, a beginning")
            << QByteArray(R"("\u007A\u0071\u0039/Pl+A\u0037\u0062...")") << QByteArray(R"("***...")");
        QTest::newRow("behind a backslash")
            << QByteArray(R"("\u0022\\zq9/Pl+A7bC8dE9fG0==")") << QByteArray(R"("\u0022\\***")");
        QTest::newRow("escapes are left")
            << QByteArray(R"("\u003cb\u003e \\u0041")") << QByteArray(R"("\u003cb\u003e \\u0041")");
        QTest::newRow("half an escape") << QByteArray(R"(\u00)") << QByteArray(R"(\u00)");
        QTest::newRow("percent-encoded")
            << QByteArray("?k=zq9%2FPl%2BA7bC8dE9fG0%3D%3D&a") << QByteArray("?k=***&a");
        QTest::newRow("lower-case percent")
            << QByteArray("?k=zq9%2fPl%2bA7bC8dE9fG0%3d%3d&a") << QByteArray("?k=***&a");
        QTest::newRow("short secrets stay") << QByteArray("in short") << QByteArray("in short");
        QTest::newRow("second secret") << QByteArray("xanother-secret-of-minex") << QByteArray("x***x");
        QTest::newRow("binary") << QByteArray("\0\xff", 2) + known + '\0' << QByteArray("\0\xff***\0", 6);
    }
    void knownSecrets()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, clean);
        QCOMPARE(withKnown()->redactKnown(text), clean);
        if (clean != text)
            QVERIFY(withKnown()->mayHoldKnown({"application/json", text}));
    }
    void mostTextsHoldNone()
    {
        QVERIFY(!withKnown()->mayHoldKnown({}));
        QVERIFY(
            !withKnown()->mayHoldKnown({"application/json", "x-request-id: 12345678\r\n", "", "in short"}));
        QVERIFY(!Redactor().mayHoldKnown({known}));
    }

    void keyShapes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("clean");

        const auto row = [](const char *text, const char *clean) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(clean);
        };
        row("key sk-proj-Ab12Cd34Ef56Gh78Ij90 refused", "key *** refused");
        row("Incorrect API key provided: sk-abcdef12****wxyz. You can",
            "Incorrect API key provided: ***. You can");
        row("Incorrect API key provided: sk-12ab...wxyz.", "Incorrect API key provided: ***.");
        row("Incorrect API key provided: sk-12ab…wxyz", "Incorrect API key provided: ***");
        row("sk-ant-api03-AbCdEfGhIjKlMnOp-QrSt_12", "***");
        row("sk-or-v1-0123456789abcdef0123456789abcdef", "***");
        row("AIzaSyA1234567890abcdefghijklmnopqrstu", "***");
        row("gsk_1234567890abcdefGHIJ", "***");
        row("gh-0123456789abcdef0123456789abcdef", "***");
        row("xai-1234567890abcdefGHIJ", "***");
        row("hf_abcdefghijklmnop1234", "***");
        row("(pplx-1234567890abcdef12)", "(***)");
        row("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-_1", "***");
        row("line\\nsk-proj-Ab12Cd34Ef56Gh78Ij90", "line\\n***");
        row("Authorization: Bearer abc", "Authorization: ***");
        row("authorization: Basic dXNlcjpwYXNz\r\nHost: x", "authorization: ***\r\nHost: x");
        row("{\"Authorization\": \"Bearer abcdefgh\", \"a\": 1}", "{\"Authorization\": \"***\", \"a\": 1}");
        row("with Bearer abc123def456 in it", "with Bearer *** in it");
        row("x-api-key: abcdefghij", "x-api-key: ***");
        row("X-Api-Key:abcdefghij\r\n", "X-Api-Key:***\r\n");
        row("api-key: abcdefghij", "api-key: ***");
        row("x-goog-api-key: abcdefghij", "x-goog-api-key: ***");
        row("/v1beta/models?key=abcdefghij&alt=sse", "/v1beta/models?key=***&alt=sse");
        row("?alt=sse&key=abcdefghij HTTP/1.1", "?alt=sse&key=*** HTTP/1.1");
        row("{\"api_key\":\"abcdefghij\"}", "{\"api_key\":\"***\"}");
        row("{\\\"apiKey\\\": \\\"abcdefghij\\\"}", "{\\\"apiKey\\\": \\\"***\\\"}");
        row("password=correct-horse", "password=***");
        row("access_token=abcdefghij", "access_token=***");
    }
    void keyShapes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, clean);
        QCOMPARE(Redactor().redact(text), clean);
        QCOMPARE(Redactor().redact(clean), clean);
        QCOMPARE(Redactor().redactKnown(text), text);
    }

    void ordinaryWordsStay_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {
                 "a task-force beside a desk-lamp-with-number-12345678",
                 "sk-learn and sk-ip",
                 "the bearer of bad news; Bearer authentication is needed",
                 "missing bearer token",
                 "monkey=bananabanana keyboard=qwertyuiop",
                 "key=short",
                 "max_tokens: 1234567890, total_tokens=1234567890",
                 "tokenizer: something-long-here",
                 "api_key must be set",
                 "request req_1234567890abcdef to gpt-4o-mini took 12 ms",
                 "model claude-sonnet-4-5-20250929 not found",
                 "http://127.0.0.1:1337/v1/chat/completions",
                 "/providers/0/headers/Authorization: carries a key, whose place is apiKey",
                 "***",
             })
            QTest::newRow(text) << QByteArray(text);
    }
    void ordinaryWordsStay()
    {
        QFETCH(QByteArray, text);
        const QByteArray clean = withKnown()->redact(text);
        QCOMPARE(clean, text);
        QVERIFY(clean.constData() == text.constData()); // not even copied
    }

    void shapesAndSecretsTogether()
    {
        QCOMPARE(withKnown()->redact("Bearer " + known + " and sk-proj-Ab12Cd34Ef56Gh78Ij90"),
                 "Bearer *** and ***");
        QCOMPARE(withKnown()->redact("x-api-key: " + known), "x-api-key: ***");
    }

    void secretsAreReplacedAsAWhole()
    {
        Redactor redactor;
        redactor.setSecrets({known});
        redactor.setSecrets({"a-new-secret"});
        QCOMPARE(redactor.redactKnown(known + " a-new-secret"), known + " ***");
        redactor.setSecrets({});
        QCOMPARE(redactor.redactKnown("a-new-secret"), "a-new-secret");
    }

    void noCutLetsASecretPass()
    {
        const QByteArray secret = "0123456789abcdefghijklmnop";
        Redactor redactor;
        redactor.setSecrets({secret});
        for (qsizetype begin = 0; begin < secret.size(); ++begin) {
            const QByteArray clean = redactor.redactKnown("-" + secret.mid(begin) + "-");
            QCOMPARE(clean.contains(secret.last(8)), false);
            QCOMPARE(redactor.redactKnown(secret.first(begin) + "-").contains(secret.first(8)), false);
        }
    }

    void anyBytes()
    {
        const QByteArray seed = "Authorization: Bearer \"sk-\\/" + known + "=;key=AIza\xe2\x80\xa6**\n\0\xff";
        quint32 random = 1;
        for (int round = 0; round < 2000; ++round) {
            QByteArray text;
            for (int i = 0; i < 60; ++i) {
                random = random * 1664525 + 1013904223;
                const qsizetype at = (random >> 8) % seed.size();
                text += seed.mid(at, (random >> 28) + 1);
            }
            const QByteArray clean = withKnown()->redact(text);
            QVERIFY(!clean.contains(known.first(8)));
            QVERIFY(!clean.contains(known.last(8)));
        }
    }

    void manyThreads()
    {
        Redactor redactor;
        std::vector<std::thread> threads;
        std::atomic<bool> leaked = false;
        redactor.setSecrets({known});
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int n = 0; n < 2000; ++n) {
                    redactor.setSecrets({known, QByteArray::number(n) + "-more-secret"});
                    leaked = leaked || redactor.redact("say " + known) != "say ***";
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(!leaked);
    }
};

QTEST_GUILESS_MAIN(TestRedact)
#include "tst_redact.moc"
