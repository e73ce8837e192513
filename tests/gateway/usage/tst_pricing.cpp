// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/usage_reader.h"
#include "gateway/usage/model_variant.h"
#include "gateway/usage/pricing.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(gatehouse::Dialect)
Q_DECLARE_METATYPE(gatehouse::Price)
Q_DECLARE_METATYPE(gatehouse::TokenUsage)

namespace {

const QByteArray head = R"({"source":"s","date":"2026-01-02","unit":"USD per 1,000,000 tokens","models":)";

QByteArray listOf(const QByteArray &models)
{
    return head + '[' + models + "]}";
}

bool isClose(double a, double b)
{
    return qAbs(a - b) < 1e-12;
}

} // namespace

//! Prices are found for the right models, and what tokens cost is worked out to the last digit.
class TestPricing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! Worked out by hand from the figures of the answer and the prices for a million.
    void costs_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<double>("usd");
        const auto row = [](const char *name, Dialect dialect, const char *answer, const char *preset,
                            const char *model, double usd) {
            QTest::newRow(name) << dialect << QByteArray(answer) << QString::fromLatin1(preset)
                                << QByteArray(model) << usd;
        };
        // gpt-4o: 2.5, 10, cached 1.25. 1000 in, 600 of them cached; 200 out, reasoning among them.
        row("OpenAI", Dialect::OpenAi,
            R"({"usage":{"prompt_tokens":1000,"completion_tokens":200,"prompt_tokens_details":{"cached_tokens":600},"completion_tokens_details":{"reasoning_tokens":150}}})",
            "openai", "gpt-4o", (400 * 2.5 + 600 * 1.25 + 200 * 10) / 1e6);
        row("OpenAI, nothing cached", Dialect::OpenAi,
            R"({"usage":{"prompt_tokens":1000000,"completion_tokens":1000000}})", "openai", "gpt-4o", 12.5);
        // gpt-5.6: 5, 30, cached 0.5, written 6.25. 100 + 300 + 600 of 1000 in.
        row("OpenAI, cache written", Dialect::OpenAi,
            R"({"usage":{"input_tokens":1000,"output_tokens":10,"input_tokens_details":{"cached_tokens":300,"cache_write_tokens":600}}})",
            "openai", "gpt-5.6", (100 * 5 + 300 * 0.5 + 600 * 6.25 + 10 * 30) / 1e6);
        row("OpenAI, embedding", Dialect::OpenAi,
            R"({"usage":{"prompt_tokens":500000,"total_tokens":500000}})", "openai", "text-embedding-3-small",
            0.01);
        // claude-sonnet-4-5: 3, 15, cached 0.3, written 3.75. The three inputs are apart.
        row("Anthropic", Dialect::Anthropic,
            R"({"usage":{"input_tokens":100,"cache_read_input_tokens":2000,"cache_creation_input_tokens":400,"output_tokens":50}})",
            "anthropic", "claude-sonnet-4-5-20250929", (100 * 3 + 2000 * 0.3 + 400 * 3.75 + 50 * 15) / 1e6);
        // gemini-2.5-pro: 1.25, 10, cached 0.125. The thoughts come on top of the candidates.
        row("Gemini", Dialect::Gemini,
            R"({"usageMetadata":{"promptTokenCount":1000,"cachedContentTokenCount":800,"candidatesTokenCount":20,"thoughtsTokenCount":300,"totalTokenCount":1320}})",
            "gemini", "gemini-2.5-pro", (200 * 1.25 + 800 * 0.125 + 320 * 10) / 1e6);
        row("Gemini, thoughts only", Dialect::Gemini,
            R"({"usageMetadata":{"promptTokenCount":10,"thoughtsTokenCount":100,"totalTokenCount":110}})",
            "gemini", "models/gemini-2.5-flash", (10 * 0.3 + 100 * 2.5) / 1e6);
        // deepseek-chat: 0.28, 0.42, cached 0.028.
        row("DeepSeek", Dialect::OpenAi,
            R"({"usage":{"prompt_tokens":100,"completion_tokens":10,"prompt_cache_hit_tokens":64,"prompt_cache_miss_tokens":36}})",
            "deepseek", "deepseek-chat", (36 * 0.28 + 64 * 0.028 + 10 * 0.42) / 1e6);
    }
    void costs()
    {
        QFETCH(const Dialect, dialect);
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, preset);
        QFETCH(const QByteArray, model);
        QFETCH(const double, usd);
        UsageReader reader(dialect);
        QVERIFY(reader.read(answer));
        const auto price = PriceList::builtIn().find(preset, model);
        QVERIFY(price.has_value());
        const double cost = costOf(*price, *reader.tokens());
        QVERIFY2(isClose(cost, usd), QByteArray::number(cost, 'g', 17).constData());
    }

    void figuresThatCannotBe_data()
    {
        QTest::addColumn<Price>("price");
        QTest::addColumn<TokenUsage>("tokens");
        QTest::addColumn<double>("usd");
        const Price price{2e6, 3e6, 1e6, 4e6}; // 2, 3, 1 and 4 dollars for each
        QTest::newRow("nothing") << price << TokenUsage{} << 0.0;
        QTest::newRow("more cached than there is") << price << TokenUsage{5, 0, 9} << 5.0;
        QTest::newRow("more written than there is") << price << TokenUsage{5, 0, 3, 9} << 3.0 + 2 * 4;
        QTest::newRow("negative") << price << TokenUsage{-5, -5, -5, -5, -5} << 0.0;
        QTest::newRow("cached, but no input") << price << TokenUsage{0, 1, 7, 7} << 3.0;
        QTest::newRow("no prices for the cache") << Price{2e6, 3e6} << TokenUsage{10, 1, 4, 5} << 23.0;
        QTest::newRow("a cache that costs nothing")
            << Price{2e6, 3e6, 0, 0} << TokenUsage{10, 1, 4, 5} << 5.0;
    }
    void figuresThatCannotBe()
    {
        QFETCH(const Price, price);
        QFETCH(const TokenUsage, tokens);
        QTEST(costOf(price, tokens), "usd");
    }

    void finds_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<double>("input"); // its price; −1: none is known
        const auto row = [](const char *preset, const char *model, double input) {
            QTest::addRow("%s %s", preset, model)
                << QString::fromLatin1(preset) << QByteArray(model) << input;
        };
        row("openai", "gpt-4o", 2.5);
        row("openai", "GPT-4o", 2.5);
        row("openai", "gpt-4o-2024-08-06", 2.5);
        row("openai", "gpt-4o-mini", 0.15);
        row("openai", "gpt-4o-mini-2024-07-18", 0.15);
        row("openai", "gpt-4", 30);
        row("openai", "gpt-4-0613", 30);
        row("openai", "gpt-4-turbo-2024-04-09", 10);
        row("openai", "gpt-4.1", 2);
        row("openai", "gpt-4.5", -1);
        row("openai", "gpt-4.5-preview", -1);
        row("openai", "gpt-4-32k", -1);
        row("openai", "gpt-4op", -1);
        row("openai", "gpt", -1);
        row("openai", "gpt-4o-mini-tts", -1);
        row("openai", "gpt-4o-audio-preview", -1);
        row("openai", "gpt-5.5-mini", -1);
        row("openai", "o1-preview", 15);
        row("openai", "o1-mini", -1);
        row("openai", "openai/gpt-4o", 2.5);
        row("openai", "claude-sonnet-4-5", -1);
        row("openai", "", -1);
        row("openai", "/", -1);
        row("openai", "---", -1);
        row("anthropic", "claude-sonnet-4-5-20250929", 3);
        row("anthropic", "claude-sonnet-4-5@20250929", 3);
        row("anthropic", "anthropic/claude-haiku-4-5", 1);
        row("anthropic", "claude-opus-5", 5);
        row("anthropic", "claude-opus-5-5", -1);
        row("anthropic", "claude-opus-4-1-20250805", 15);
        row("anthropic", "claude-opus-4", -1);
        row("gemini", "models/gemini-2.5-pro", 1.25);
        row("gemini", "gemini-2.5-pro-preview-05-06", 1.25);
        row("gemini", "gemini-2.0-flash-001", 0.1);
        row("gemini", "gemini-2.0-flash-lite", 0.075);
        row("gemini", "gemini-2.5-flash-image", -1);
        row("openrouter", "anthropic/claude-sonnet-4.5", 3);
        row("openrouter", "anthropic/claude-sonnet-4.5:thinking", 3);
        row("openrouter", "deepseek/deepseek-v3.2:free", -1);
        row("openrouter", "claude-sonnet-4.5", -1);
        row("fireworks", "accounts/fireworks/models/glm-5p2", 1.4);
        row("minimax", "minimax-m2.1", 0.3);
        row("azure-openai", "gpt-4o", 2.5);
        row("azure-openai", "GPT-4O", 2.5);
        row("azure-openai", "gpt-4o-2024-08-06", -1);
        row("azure-openai", "gpt-4o-production", -1);
        row("azure-openai", "my-deployment", -1);
        row("ollama", "gpt-4o", -1);
        row("", "gpt-4o", -1);
    }
    void finds()
    {
        QFETCH(const QString, preset);
        QFETCH(const QByteArray, model);
        QFETCH(const double, input);
        const auto price = PriceList::builtIn().find(preset, model);
        QCOMPARE(price ? price->input : -1, input);
    }

    void hugeNamesAreNobodys()
    {
        const PriceList &list = PriceList::builtIn();
        QVERIFY(list.find(u"openai", QByteArray("gpt-4o").append(QByteArray("-x").repeated(100))));
        QVERIFY(!list.find(u"openai", QByteArray("gpt-4o").append(QByteArray(1'000'000, '-'))));
    }

    void variants_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<bool>("same");
        for (const char *rest : {"", "-latest", "-2024-08-06", "-20250514", "@20250514", "-001", "-0613",
                                 ":exacto", "-preview-09-2025", "-", "-professional"})
            QTest::newRow(rest) << QByteArray(rest) << true;
        for (const char *rest : {"-5", "-12", "-5-20260101", "-1.5", "-32k", "-120b", "-mini", "-MINI",
                                 ":free", "-preview-tts", "@pro", "x", ".5", "/x"})
            QTest::newRow(rest) << QByteArray(rest) << false;
    }
    void variants()
    {
        QFETCH(const QByteArray, rest);
        QTEST(isVariantOfModel(rest), "same");
    }

    void builtInListIsWhole()
    {
        const PriceList &list = PriceList::builtIn();
        QVERIFY(QDate::fromString(list.date(), Qt::ISODate).isValid());
        QVERIFY(list.source().contains("LiteLLM"_L1));
        for (const char *preset : {"openai", "anthropic", "gemini", "azure-openai", "openrouter", "xai"})
            QVERIFY(list.knows(QString::fromLatin1(preset)));
        QVERIFY(!list.knows(u"ollama"));
    }

    void brokenListsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("part"); // of the message
        const auto row = [](const QByteArray &json, const char *part) {
            QTest::newRow(json.left(200).constData()) << json << QString::fromLatin1(part);
        };
        const auto model = [&](const QByteArray &fields, const char *part) {
            row(listOf(R"({"provider":"p","model":"m",)" + fields + '}'), part);
        };
        row("", "too early");
        row("[]", "must be an object");
        row("null", "must be an object");
        row("{}", "/date is missing");
        row(head + "1}", "/models must be a list");
        row(R"({"date":"x","models":[],"unit":"EUR"})", "/unit must be");
        row(listOf("1"), "/models/0 must be an object");
        row(listOf("{}"), "/models/0/provider is missing");
        model(R"("input":1)", "/models/0/output is missing");
        model(R"("input":"1","output":1)", "/models/0/input must be a number");
        model(R"("input":1e400,"output":1)", "/models/0/input must be");
        model(R"("input":-1,"output":1)", "/models/0/input must be from 0");
        model(R"("input":1,"output":1000001)", "/models/0/output must be from 0");
        model(R"("input":1,"output":1,"cache_read":null)", "/models/0/cache_read must be a number");
        model(R"("input":1,"output":1,"cached":1)", "/models/0/cached is no field");
        row(listOf(
                R"({"provider":"p","model":"m","input":1,"output":1},{"provider":"p","model":"M","input":1,"output":1})"),
            "is there twice");
    }
    void brokenListsAreRefused()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, part);
        const Result<PriceList> list = PriceList::parse(json);
        QVERIFY(!list);
        QVERIFY2(list.error().message.contains(part), qPrintable(list.error().message));
    }

    void survivesMutation()
    {
        const QByteArray whole =
            listOf(R"({"provider":"p","model":"m","input":1,"output":2,"cache_read":0.5})");
        QCOMPARE(PriceList::parse(whole)->find(u"p", "m"), Price({1, 2, 0.5}));
        QRandomGenerator random(7);
        for (int i = 0; i < 3000; ++i) {
            QByteArray mutated = whole;
            mutated[random.bounded(int(whole.size()))] = char(random.bounded(256));
            const Result<PriceList> list = PriceList::parse(mutated);
            const auto price = list ? list->find(u"p", "m") : std::nullopt;
            QVERIFY(!price || (price->input >= 0 && price->output >= 0));
            QVERIFY(!PriceList::parse(whole.first(random.bounded(int(whole.size())))));
        }
    }
};

QTEST_GUILESS_MAIN(TestPricing)
#include "tst_pricing.moc"
