// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/self_test_rig.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

FakeAnswer message(const QByteArray &blocks, const QByteArray &stop = "end_turn")
{
    return FakeAnswer::json(
        "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude\","
        "\"content\":[" +
        blocks + "],\"stop_reason\":\"" + stop + "\",\"usage\":{\"input_tokens\":5,\"output_tokens\":2}}");
}

FakeAnswer textMessage(const QByteArray &text, const QByteArray &stop = "end_turn")
{
    return message("{\"type\":\"text\",\"text\":\"" + text + "\"}", stop);
}

QByteArray use(const QByteArray &name, const QByteArray &input)
{
    return "{\"type\":\"tool_use\",\"id\":\"toolu_" + QByteArray::number(qHash(input)) + "\",\"name\":\"" +
           name + "\",\"input\":" + input + '}';
}

QByteArray event(const QByteArray &name, const QByteArray &more = {})
{
    return "event: " + name + "\ndata: {\"type\":\"" + name + '"' + more + "}\n\n";
}

QByteArray delta(const QByteArray &text)
{
    return event("content_block_delta",
                 ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text + "\"}");
}

FakeAnswer messageStream()
{
    return FakeAnswer::stream(
        {event("message_start",
               ",\"message\":{\"id\":\"msg_1\",\"role\":\"assistant\",\"usage\":{\"input_tokens\":5}}"),
         event("content_block_start", ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"),
         delta("One, "), delta("two"), event("content_block_stop", ",\"index\":0"),
         event("message_delta", ",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":2}"),
         event("message_stop")});
}

//! Does all that is asked of it, in Anthropic's words.
FakeAnswer ableToo(const FakeRequest &request)
{
    const QByteArray &body = request.body;
    if (request.target != "/v1/messages")
        return FakeAnswer::json("{}", 404);
    if (body.contains("\"stream\":true"))
        return messageStream();
    if (body.contains("Rome"))
        return message(use("get_weather", "{\"city\":\"Paris\"}") + ',' +
                           use("get_weather", "{\"city\":\"Rome\"}"),
                       "tool_use");
    if (body.contains("get_time"))
        return message(use("get_time", "{}"), "tool_use");
    if (const qsizetype begin = body.indexOf("look_up_the"); begin >= 0)
        return message(use(body.mid(begin, body.indexOf('"', begin) - begin), "{\"city\":\"Paris\"}"),
                       "tool_use");
    if (body.contains("\"media_type\":\"image/png\""))
        return textMessage("Purple and green.");
    if (body.contains("json_schema"))
        return textMessage("{\\\"name\\\":\\\"Ann\\\",\\\"age\\\":30}");
    if (body.contains("\"thinking\":{"))
        return message("{\"type\":\"thinking\",\"thinking\":\"Let me see.\",\"signature\":\"s\"},"
                       "{\"type\":\"text\",\"text\":\"0.05\"}");
    if (body.contains("two hundred"))
        return textMessage("The sea", "max_tokens");
    return textMessage("Hello");
}

FakeAnswer refusingImagesToo(const FakeRequest &request)
{
    return request.body.contains("image/png")
               ? FakeAnswer::json("{\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":"
                                  "\"This model does not support image input\"}}",
                                  404)
               : ableToo(request);
}

} // namespace

//! A provider of another dialect is asked through the translation, and judged by the same measure.
class TestSelfTestTranslated : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allWorks()
    {
        SelfTestRig rig;
        const CapabilitySheet sheet = askClaude(rig, ableToo);
        QCOMPARE(rig.provider.requestCount(), 10);
        QCOMPARE(sheet.results.size(), 10);
        for (auto it = sheet.results.cbegin(); it != sheet.results.cend(); ++it)
            QVERIFY2(it->verdict == FeatureResult::Works,
                     qPrintable(QString::number(int(it.key())) + u' ' + it->detail));
    }

    //! What the provider says is found behind the translation.
    void refusesOddly()
    {
        SelfTestRig rig;
        const FeatureResult image = askClaude(rig, refusingImagesToo).results[Feature::Image];
        QCOMPARE(image.verdict, FeatureResult::Fails);
        QVERIFY2(image.detail.contains("does not support image input"_L1), qPrintable(image.detail));
    }

private:
    static CapabilitySheet askClaude(SelfTestRig &rig, FakeAnswer (*answer)(const FakeRequest &))
    {
        rig.provider.answerWith(answer);
        rig.config.providers[0].dialect = Dialect::Anthropic;
        rig.config.providers[0].models = {{u"claude-sonnet-4-5"_s}};
        rig.gateway.apply(rig.config, {});
        return rig.run(u"fake"_s, u"claude-sonnet-4-5"_s);
    }
};

QTEST_GUILESS_MAIN(TestSelfTestTranslated)
#include "tst_self_test_translated.moc"
