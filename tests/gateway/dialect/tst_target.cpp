// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/data_uri.h"
#include "gateway/dialect/effort.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/reply_memory.h"
#include "gateway/dialect/signature.h"
#include "gateway/dialect/target.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! What is known of models, hosts and the values that pass between dialects.
class TestTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsModels_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<qint64>("maxOutput");
        QTest::addColumn<int>("thinking");
        QTest::addColumn<bool>("sampling");
        const auto row = [](const char *model, qint64 most, ThinkingControl thinking, bool sampling) {
            QTest::newRow(model) << QByteArray(model) << most << int(thinking) << sampling;
        };
        row("claude-sonnet-4-5-20250929", 64'000, ThinkingControl::Budget, true);
        row("anthropic/claude-sonnet-4.5", 64'000, ThinkingControl::Budget, true);
        row("claude-opus-4-20250514", 32'000, ThinkingControl::Budget, true);
        row("claude-3-5-haiku-latest", 8'192, ThinkingControl::None, true);
        row("claude-opus-4-6", 128'000, ThinkingControl::Adaptive, true);
        row("claude-opus-4-7", 128'000, ThinkingControl::Adaptive, false);
        row("claude-fable-5", 128'000, ThinkingControl::Adaptive, false);
        row("claude-fable-5-2", 128'000, ThinkingControl::Adaptive, false);
        row("claude-mythos-preview", 128'000, ThinkingControl::Adaptive, false);
        row("models/gemini-2.5-pro", 65'536, ThinkingControl::Budget, true);
        row("gemini-3-pro-preview", 65'536, ThinkingControl::Level, true);
        row("o3-mini", 100'000, ThinkingControl::Effort, false);
        row("o1-mini", 65'536, ThinkingControl::Effort, false);
        row("gpt-5.1", 128'000, ThinkingControl::Effort, false);
        row("gpt-5.1-chat-latest", 16'384, ThinkingControl::Effort, false);
        row("gpt-6", 0, ThinkingControl::Effort, false);
        row("gpt-4o", 16'384, ThinkingControl::None, true);
        row("chatgpt-4o-latest", 16'384, ThinkingControl::None, true);
        row("gpt-4.1-mini", 32'768, ThinkingControl::None, true);
        row("gpt-4-turbo", 4'096, ThinkingControl::None, true);
        row("gpt-35-turbo", 4'096, ThinkingControl::None, true);
        row("olmo-3", 0, ThinkingControl::None, true);
    }

    void knowsModels()
    {
        QFETCH(QByteArray, model);
        const ModelTraits traits = modelTraits(model);
        QTEST(traits.maxOutput, "maxOutput");
        QTEST(int(traits.thinking), "thinking");
        QTEST(traits.takesSampling, "sampling");
    }

    void knowsWhatReasonersRefuse_data()
    {
        QTest::addColumn<bool>("stop");
        QTest::addColumn<bool>("parallel");
        QTest::newRow("o1") << false << false;
        QTest::newRow("o3-mini") << false << false;
        QTest::newRow("openai/o4-mini") << false << false;
        QTest::newRow("gpt-5") << false << true;
        QTest::newRow("gpt-5-mini-2025-08-07") << false << true;
        QTest::newRow("gpt-5.4-nano") << false << true;
        QTest::newRow("gpt-5.5") << true << true;
        QTest::newRow("gpt-5-chat-latest") << true << true;
        QTest::newRow("gpt-6") << true << true;
        QTest::newRow("gpt-4o") << true << true;
    }

    void knowsWhatReasonersRefuse()
    {
        const ModelTraits traits = modelTraits(QTest::currentDataTag());
        QTEST(traits.takesStop, "stop");
        QTEST(traits.takesParallelCalls, "parallel");
    }

    void knowsWhatClaudeRefuses_data()
    {
        QTest::addColumn<bool>("off");
        QTest::addColumn<bool>("between");
        QTest::addColumn<bool>("forced");
        QTest::addColumn<bool>("prefill");
        QTest::newRow("claude-sonnet-4-5") << true << false << true << true;
        QTest::newRow("claude-4.5-sonnet") << true << false << true << false; // perhaps another's name
        QTest::newRow("claude-opus-4.6") << true << false << true << false;
        QTest::newRow("claude-opus-4-8") << true << false << true << false;
        QTest::newRow("claude-opus-5") << true << false << true << false;
        QTest::newRow("anthropic/claude-opus-5.5") << false << false << false << false;
        QTest::newRow("claude-sonnet-5") << true << false << true << false;
        QTest::newRow("claude-sonnet-5-5") << false << true << false << false;
        QTest::newRow("claude-haiku-5-5") << true << false << true << false;
        QTest::newRow("claude-fable-5") << false << false << true << false;
        QTest::newRow("claude-fable-5-2") << false << false << false << false;
        QTest::newRow("claude-mythos-5") << false << false << true << false;
        QTest::newRow("claude-mythos-preview") << false << false << false << false;
        QTest::newRow("claude-opus-6") << false << false << false << false;
    }

    void knowsWhatClaudeRefuses()
    {
        const ModelTraits traits = modelTraits(QTest::currentDataTag());
        QTEST(traits.takesNoThinking, "off");
        QTEST(traits.thinksBetweenTools, "between");
        QTEST(traits.takesForcedTools, "forced");
        QTEST(traits.takesPrefill, "prefill");
    }

    void knowsEfforts_data()
    {
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        const auto row = [](const char *model, Effort least, Effort most) {
            QTest::newRow(model) << int(least) << int(most);
        };
        row("o3", Effort::Low, Effort::High);
        row("gpt-5", Effort::Minimal, Effort::High);
        row("gpt-5-nano", Effort::Minimal, Effort::High);
        row("gpt-5-codex", Effort::Low, Effort::High);
        row("gpt-5-pro", Effort::High, Effort::High);
        row("gpt-5.1", Effort::None, Effort::High);
        row("gpt-5.1-codex-max", Effort::Low, Effort::High);
        row("gpt-5.2-chat-latest", Effort::Medium, Effort::Medium);
        row("gpt-5.4-mini", Effort::None, Effort::High);
        row("gpt-5.5-pro", Effort::Medium, Effort::High);
        row("gpt-6", Effort::None, Effort::High);
    }

    void knowsEfforts()
    {
        const ModelTraits traits = modelTraits(QTest::currentDataTag());
        QTEST(int(traits.leastEffort), "least");
        QTEST(int(traits.mostEffort), "most");
    }

    void knowsWhichModelsSearch()
    {
        QVERIFY(modelTraits("gpt-4o-search-preview-2025-03-11").takesWebSearch);
        QVERIFY(modelTraits("gpt-5-search-api").takesWebSearch);
        QVERIFY(!modelTraits("gpt-5").takesWebSearch);
    }

    void knowsHosts()
    {
        QVERIFY(hostTraits(Dialect::OpenAi, {}, "https://api.openai.com/v1").openAi);
        QVERIFY(hostTraits(Dialect::AzureOpenAi, {}, "https://x.example").openAi);
        QVERIFY(hostTraits(Dialect::OpenAi, {}, "https://api.openai.com/v1").webSearch);
        QVERIFY(!hostTraits(Dialect::AzureOpenAi, {}, "https://x.example").webSearch);
        QVERIFY(!hostTraits(Dialect::OpenAi, u"openai", "https://x.openai.azure.com").webSearch);
        QVERIFY(hostTraits(Dialect::OpenAi, {}, "https://api.deepseek.com").wantsReasoningBack);
        QVERIFY(hostTraits(Dialect::OpenAi, u"deepseek", "http://10.0.0.1").wantsReasoningBack);
        QCOMPARE(hostTraits(Dialect::OpenAi, {}, "http://127.0.0.1:11434/v1"), HostTraits{});
    }

    void asksForUsageUnlessToldNotTo()
    {
        Provider provider;
        QVERIFY(targetFor(provider, "http://127.0.0.1:1/v1", "m").host.streamOptions);
        provider.streamUsage = StreamUsage::AsIs;
        QVERIFY(!targetFor(provider, "http://127.0.0.1:1/v1", "m").host.streamOptions);
    }

    void prefersTheCatalogue()
    {
        Provider provider;
        provider.id = u"claude"_s;
        provider.dialect = Dialect::Anthropic;
        QCOMPARE(targetFor(provider, "https://x/v1", "claude-sonnet-4-5", 1000).traits.maxOutput, 1000);
        QCOMPARE(defaultMaxTokens(targetFor(provider, "https://x/v1", "claude-sonnet-4-5").traits), 64'000);
        QCOMPARE(defaultMaxTokens(targetFor(provider, "https://x/v1", "house-model").traits), 8192);
    }

    void turnsEffortIntoBudget()
    {
        QCOMPARE(effortNamed("xhigh"), std::optional(Effort::XHigh));
        QVERIFY(!effortNamed("extreme"));
        QCOMPARE(effortName(Effort::Minimal).toByteArray(), QByteArray("minimal"));
        for (const auto effort :
             {Effort::None, Effort::Minimal, Effort::Low, Effort::Medium, Effort::High, Effort::XHigh})
            QCOMPARE(effortOf(budgetOf(effort)), effort);
        QCOMPARE(effortOf(513), Effort::Low);
        QCOMPARE(effortOf(1025), Effort::Medium);
        QCOMPARE(effortOf(24577), Effort::XHigh);
        QCOMPARE(budgetOf(Effort::Max), 128'000);
        QCOMPARE(clampEffort(Effort::Max, Effort::Low, Effort::High), Effort::High);
    }

    void tiesSignatures()
    {
        const Signature signature{originOf("claude", "claude-x/1"), "abc.def/+="};
        const QByteArray wrapped = wrapSignature(signature);
        QCOMPARE(unwrapSignature(wrapped), signature);
        QCOMPARE(wrapSignature({"p/m", {}}), QByteArray());
        QCOMPARE(unwrapSignature("EqQBCgIYAhIM"), (Signature{{}, "EqQBCgIYAhIM"}));
        QCOMPARE(unwrapSignature("gatehouse.!!.x"), (Signature{{}, "gatehouse.!!.x"}));
        QCOMPARE(unwrapSignature("gatehouse."), (Signature{{}, "gatehouse."}));
    }

    void readsUrls_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("is"); // type|base64|url, empty: refused
        const auto row = [](const char *url, const char *is) {
            QTest::newRow(url) << QByteArray(url) << QByteArray(is);
        };
        row("data:image/png;base64,aGk=", "image/png|aGk=|");
        row("DATA:Image/PNG;charset=x;BASE64,aGk=", "image/png|aGk=|");
        row("data:image/jpg;base64,aGk=", "image/jpeg|aGk=|");
        row("data:text/plain,a%20b", "text/plain|YSBi|");
        row("https://x.example/a.png", "||https://x.example/a.png");
        row("data:;base64,aGk=", "");
        row("data:image/png;base64,", "");
        row("data:image/png", "");
        row("file:///etc/passwd", "");
        row("", "");
    }

    void readsUrls()
    {
        QFETCH(QByteArray, url);
        QByteArray json = "[";
        JsonWriter(json).text(url);
        json += ']';
        JsonDocument document;
        const Result<Media> media = readMediaUrl(*document.parse(json).begin(), "image_url.url");
        QByteArray is;
        if (media)
            is = media->mediaType + '|' + media->base64 + '|' + media->url;
        else
            QCOMPARE(media.error().status, 400);
        QTEST(is, "is");
    }

    void writesUrls()
    {
        QCOMPARE(mediaUrl({"image/png", "aGk=", {}}), QByteArray("data:image/png;base64,aGk="));
        QCOMPARE(mediaUrl({{}, {}, "https://x"}), QByteArray("https://x"));
        QVERIFY(isCommonImage({"image/webp", "aGk=", {}}));
        QVERIFY(!isCommonImage({"image/tiff", "aGk=", {}}));
    }

    void remembers()
    {
        ReplyMemory memory(10'000);
        memory.keep("a", "1", "[1]");
        QCOMPARE(memory.find("a", "1"), std::optional<QByteArray>("[1]"));
        QVERIFY(!memory.find("b", "1"));
        memory.keep("a", "1", "[2]");
        QCOMPARE(memory.find("a", "1"), std::optional<QByteArray>("[2]"));
        memory.keep("a", "big", QByteArray(3000, 'x'));
        QVERIFY(!memory.find("a", "big"));
        for (int i = 0; i < 20; ++i) {
            memory.keep("a", "n" + QByteArray::number(i), QByteArray(1000, 'x'));
            QVERIFY(memory.find("a", "1")); // used, so not forgotten
            QVERIFY(memory.bytes() <= 10'000);
        }
        QVERIFY(!memory.find("a", "n0"));
        QVERIFY(memory.find("a", "n19"));
        memory.forget("a", "n19");
        QVERIFY(!memory.find("a", "n19"));
    }
};

QTEST_GUILESS_MAIN(TestTarget)
#include "tst_target.moc"
