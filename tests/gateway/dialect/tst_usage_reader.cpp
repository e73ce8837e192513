// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/usage_reader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;

Q_DECLARE_METATYPE(gatehouse::TokenUsage)
Q_DECLARE_METATYPE(gatehouse::Dialect)

//! Token figures are read rightly in each dialect's convention, and nonsense is left alone.
class TestUsageReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<TokenUsage>("tokens");
        QTest::newRow("chat")
            << Dialect::OpenAi
            << QByteArray(
                   R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":30,"total_tokens":39,"prompt_tokens_details":{"cached_tokens":4,"cache_write_tokens":2},"completion_tokens_details":{"reasoning_tokens":11}}})")
            << TokenUsage{9, 30, 4, 2, 11};
        QTest::newRow("details under both names")
            << Dialect::OpenAi
            << QByteArray(
                   R"({"usage":{"prompt_tokens":9,"completion_tokens":8,"prompt_tokens_details":{"audio_tokens":0},"input_tokens_details":{"cached_tokens":5,"cache_write_tokens":3},"completion_tokens_details":{},"output_tokens_details":{"reasoning_tokens":7}}})")
            << TokenUsage{9, 8, 5, 3, 7};
        QTest::newRow("responses")
            << Dialect::OpenAi
            << QByteArray(
                   R"({"type":"response.completed","response":{"usage":{"input_tokens":5,"output_tokens":6,"input_tokens_details":{"cached_tokens":1},"output_tokens_details":{"reasoning_tokens":2}}}})")
            << TokenUsage{5, 6, 1, 0, 2};
        QTest::newRow("embeddings") << Dialect::OpenAi
                                    << QByteArray(
                                           R"({"data":[],"usage":{"prompt_tokens":5,"total_tokens":5}})")
                                    << TokenUsage{5, 0, 0, 0, 0};
        QTest::newRow("deepseek cache")
            << Dialect::OpenAi
            << QByteArray(
                   R"({"usage":{"prompt_tokens":9,"completion_tokens":1,"prompt_cache_hit_tokens":8}})")
            << TokenUsage{9, 1, 8, 0, 0};
        QTest::newRow("anthropic's words for the cache")
            << Dialect::OpenAi
            << QByteArray(
                   R"({"usage":{"prompt_tokens":100,"completion_tokens":1,"total_tokens":101,"cache_read_input_tokens":30,"cache_creation_input_tokens":20,"prompt_tokens_details":{"cached_tokens":9,"cache_write_tokens":8}}})")
            << TokenUsage{100, 1, 30, 20, 0};
        QTest::newRow("a nought in anthropic's words")
            << Dialect::OpenAi
            << QByteArray(
                   R"({"usage":{"prompt_tokens":1000,"completion_tokens":1,"total_tokens":1001,"cache_read_input_tokens":0,"prompt_tokens_details":{"cached_tokens":800}}})")
            << TokenUsage{1000, 1, 800, 0, 0};
        QTest::newRow("groq") << Dialect::OpenAi
                              << QByteArray(
                                     R"({"x_groq":{"usage":{"prompt_tokens":3,"completion_tokens":2}}})")
                              << TokenUsage{3, 2, 0, 0, 0};
        QTest::newRow("anthropic")
            << Dialect::Anthropic
            << QByteArray(
                   R"({"content":[{"type":"tool_use","input":{"usage":{"input_tokens":99}}}],"usage":{"input_tokens":10,"output_tokens":5,"cache_creation_input_tokens":3,"cache_read_input_tokens":7}})")
            << TokenUsage{20, 5, 7, 3, 0};
        QTest::newRow("gemini")
            << Dialect::Gemini
            << QByteArray(
                   R"({"usageMetadata":{"promptTokenCount":8,"candidatesTokenCount":2,"thoughtsTokenCount":5,"cachedContentTokenCount":1,"totalTokenCount":15}})")
            << TokenUsage{8, 7, 1, 0, 5};
        QTest::newRow("spaces") << Dialect::OpenAi << QByteArray("{\"usage\" :\n { \"prompt_tokens\" : 1 } }")
                                << TokenUsage{1, 0, 0, 0, 0};
    }

    void reads()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QByteArray, json);
        UsageReader reader(dialect);
        QVERIFY(reader.read(json));
        QFETCH(TokenUsage, tokens);
        QCOMPARE(*reader.tokens(), tokens);
    }

    void leavesNonsense_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json :
             {R"({})", R"({"usage":null})", R"({"usage":"many"})", R"({"usage":{"prompt_tokens":-1}})",
              R"({"usage":{"prompt_tokens":1e300}})", R"({"usage":{"prompt_tokens":99999999999}})",
              R"({"usage":{"prompt_tokens":)", "{\"content\":\"\\\"usage\\\":{\\\"prompt_tokens\\\":5}\"}",
              "\"usage\"", "\"usage\":", ""})
            QTest::newRow(json) << QByteArray(json);
    }

    void leavesNonsense()
    {
        QFETCH(QByteArray, json);
        UsageReader reader(Dialect::OpenAi);
        QVERIFY(!reader.read(json));
        QVERIFY(!reader.tokens());
    }

    void survivesMutation()
    {
        const QByteArray whole =
            R"({"usage":{"prompt_tokens":9,"completion_tokens":30,"prompt_tokens_details":{"cached_tokens":4}}})";
        QRandomGenerator random(5);
        for (int i = 0; i < 20000; ++i) {
            QByteArray mutated = whole.left(random.bounded(int(whole.size()) + 1));
            if (!mutated.isEmpty())
                mutated[random.bounded(int(mutated.size()))] = char(random.bounded(256));
            UsageReader reader(Dialect::OpenAi);
            reader.read(mutated);
            if (reader.tokens())
                QVERIFY(reader.tokens()->input >= 0 && reader.tokens()->output >= 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestUsageReader)
#include "tst_usage_reader.moc"
