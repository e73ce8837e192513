// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/rig.h"
#include "tests/end_to_end/usage_rows.h"

#include <QCryptographicHash>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What a record tells where less is known: of an answer whose provider told no usage, of a refused request.
class TestUsageGuesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guesses_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("asks");
        QTest::addColumn<bool>("says");
        const auto row = [](const char *name, const char *path, const char *body, bool asks, bool says) {
            QTest::newRow(name) << QByteArray(path) << QByteArray(body) << asks << says;
        };
        row("a chat", "/v1/chat/completions", R"({"model":"big","messages":[]})", true, true);
        row("a text to go on with", "/v1/completions", R"({"model":"big","prompt":"Once"})", true, true);
        row("vectors", "/v1/embeddings", R"({"model":"big","input":"Once"})", true, false);
        row("a count", "/v1/messages/count_tokens", R"({"model":"big","messages":[]})", false, false);
    }

    void guesses()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        FakeProvider provider;
        QByteArray entry = providerWith(provider.port(), R"(["big"])");
        if (path.contains("count"))
            entry.replace("\"openai\"", "\"anthropic\"");
        GatehouseProcess gateway(configWith({entry}));
        QVERIFY(gateway.isListening());
        provider.answerWith([](const FakeRequest &) {
            return FakeAnswer::json(
                R"({"input_tokens":4,"data":[{"embedding":[1]}],"choices":[{"text":"x"}]})");
        });
        QCOMPARE(exchange(gateway.port(), jsonRequest(path, body)).status, 200);
        QCOMPARE(gateway.stop(), 0);
        const UsageRows rows(gateway.folder() + u"/data/usage.sqlite"_s);
        QCOMPARE(rows.value(u"SELECT tokens_estimated FROM requests"_s).toInt(), 1);
        const QVariant input = rows.value(u"SELECT input_tokens FROM requests"_s);
        const QVariant output = rows.value(u"SELECT output_tokens FROM requests"_s);
        QVERIFY(!input.isNull() && !output.isNull());
        QTEST(input.toInt() > 0, "asks");
        QTEST(output.toInt() > 0, "says");
    }

    void namesTheModelOfWhatWasRefused()
    {
        const QByteArray hash = QCryptographicHash::hash("key-a", QCryptographicHash::Sha256).toHex();
        Rig rig({}, R"(,"clients":[{"name":"A","keyHash":"sha256:)" + hash + R"(","models":["o*"]}])");
        const auto ask = [&](const QByteArray &path, const QByteArray &body) {
            return rig.ask(jsonRequest(path, body, {"Authorization: Bearer key-a"})).status;
        };
        QCOMPARE(ask("/v1/chat/completions", chatBody("gpt-4o")), 403);
        QCOMPARE(ask("/v1/chat/completions", R"({"model":"o1","stream":true})"), 400);
        QCOMPARE(ask("/v1/embeddings", R"({"input":7,"model":"o2"})"), 400);
        QCOMPARE(ask("/v1beta/models/o3:generateContent", "{}"), 400);
        QCOMPARE(ask("/v1/chat/completions", R"({"model":"o4","model":"o5","messages":[]})"), 400);
        QCOMPARE(ask("/v1/chat/completions", R"({"messages":[]})"), 400);
        QCOMPARE(rig.gateway.stop(), 0);
        const UsageRows rows(rig.gateway.folder() + u"/data/usage.sqlite"_s);
        QCOMPARE(rows.value(u"SELECT group_concat(model || ':' || stream, ' ') FROM requests"_s).toString(),
                 u"gpt-4o:0 o1:1 o2:0 o3:0 :0 :0"_s);
    }
};

QTEST_GUILESS_MAIN(TestUsageGuesses)
#include "tst_usage_guesses.moc"
