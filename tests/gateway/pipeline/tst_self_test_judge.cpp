// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/self_test_judge.h"
#include "gateway/pipeline/self_test_question.h"

#include <QTest>
#include <QtEndian>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

SelfTestAnswer answered(int status, int providers, const QByteArray &body = {})
{
    SelfTestAnswer answer;
    answer.record.status = status;
    answer.exchange.answer = body;
    if (providers >= 0) {
        AttemptRecord attempt{u"p"_s};
        attempt.status = providers;
        answer.record.attempts = {attempt};
    }
    return answer;
}

SelfTestAnswer said(const QString &text)
{
    SelfTestAnswer answer = answered(200, 200, R"({"choices":[{"finish_reason":"stop"}]})");
    answer.exchange.outline.text = text;
    return answer;
}

SelfTestAnswer called(const QList<AnswerOutline::Tool> &tools)
{
    SelfTestAnswer answer = said({});
    answer.exchange.outline.tools = tools;
    return answer;
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = ~0U;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xedb88320U : 0U);
    }
    return ~crc;
}

constexpr auto works = FeatureResult::Works;
constexpr auto fails = FeatureResult::Fails;
constexpr auto unknown = FeatureResult::Unknown;

} // namespace

Q_DECLARE_METATYPE(gatehouse::SelfTestAnswer)

//! An answer counts only where it is exactly what was asked for, and fails only by the provider's own doing.
class TestSelfTestJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<Feature>("feature");
        QTest::addColumn<SelfTestAnswer>("answer");
        QTest::addColumn<FeatureResult::Verdict>("verdict");
        const auto row = [](const char *name, Feature feature, const SelfTestAnswer &answer,
                            FeatureResult::Verdict verdict) {
            QTest::newRow(name) << feature << answer << verdict;
        };
        row("text", Feature::Text, said(u"Hi"_s), works);
        row("blank", Feature::Text, said(u" \n"_s), fails);
        for (const int status : {401, 402, 403, 404, 407, 408, 429, 500, 503, 529})
            row(qPrintable(u"status %1"_s.arg(status)), Feature::Image, answered(status, status), unknown);
        for (const int status : {400, 413, 415, 422})
            row(qPrintable(u"refused %1"_s.arg(status)), Feature::Image, answered(status, status), fails);
        row("wrong key", Feature::Image, answered(400, 400, R"({"reason":"API_KEY_INVALID"})"), unknown);
        row("no money", Feature::Image, answered(400, 400, "Your credit balance is too low"), unknown);
        row("ours", Feature::Image, answered(400, -1), unknown);
        row("unreachable", Feature::Image, answered(502, 0), unknown);

        const QByteArray limit = "Could not finish the message because max_tokens or model output limit was "
                                 "reached.";
        row("limit met", Feature::Text, answered(400, 400, limit), unknown);
        row("limit met at the end", Feature::StopReason, answered(400, 400, limit), unknown);
        row("name of the limit", Feature::Text,
            answered(400, 400, "'max_tokens' is not supported. Use 'max_completion_tokens' instead."),
            unknown);

        row("both colours", Feature::Image, said(u"Purple and GREEN."_s), works);
        row("both in Chinese", Feature::Image, said(u"紫色和绿色"_s), works);
        row("one colour", Feature::Image, said(u"Green."_s), fails);
        row("within a word", Feature::Image, said(u"A purple greenhouse"_s), fails);
        row("all colours", Feature::Image, said(u"red, green, blue or purple"_s), fails);

        row("person", Feature::StructuredOutput, said(uR"({"name":"Ann","age":30})"_s), works);
        row("more", Feature::StructuredOutput, said(uR"({"name":"Ann","age":30,"x":1})"_s), fails);
        row("age as text", Feature::StructuredOutput, said(uR"({"name":"Ann","age":"30"})"_s), fails);
        row("fenced", Feature::StructuredOutput, said(u"```json\n{\"name\":\"Ann\",\"age\":30}\n```"_s),
            fails);
        row("no JSON", Feature::StructuredOutput, said(u"{{{"_s), fails);

        const AnswerOutline::Tool paris{u"get_weather"_s, uR"({"city":"Paris"})"_s};
        const AnswerOutline::Tool rome{u"get_weather"_s, uR"({"city":"Rome"})"_s};
        row("two calls", Feature::ParallelTools, called({paris, rome}), works);
        row("one call", Feature::ParallelTools, called({paris}), fails);
        row("the same twice", Feature::ParallelTools, called({paris, paris}), fails);
        row("cut arguments", Feature::ParallelTools, called({paris, {u"get_weather"_s, uR"({"city":)"_s}}),
            fails);
        row("another tool", Feature::ParallelTools, called({paris, {u"x"_s, rome.arguments}}), fails);
        row("empty object", Feature::ZeroArgumentTool, called({{u"get_time"_s, u"{ }"_s}}), works);
        row("no arguments", Feature::ZeroArgumentTool, called({{u"get_time"_s, {}}}), fails);
        row("null", Feature::ZeroArgumentTool, called({{u"get_time"_s, u"null"_s}}), fails);
        row("made up", Feature::ZeroArgumentTool, called({{u"get_time"_s, uR"({"x":1})"_s}}), fails);
        const QString name = QString::fromLatin1(longToolName);
        QVERIFY(name.size() > 64);
        row("long name", Feature::LongToolName, called({{name, paris.arguments}}), works);
        row("cut name", Feature::LongToolName, called({{name.left(64), paris.arguments}}), fails);

        SelfTestAnswer stream = said(u"Hi"_s);
        const QByteArray event = "data: {\"choices\":[]}\n\n";
        stream.exchange.answer = event + event + "data: [DONE]\n\n";
        row("stream", Feature::Stream, stream, works);
        SelfTestAnswer once = stream;
        once.exchange.answer = event + "data: [DONE]\n\n";
        row("in one piece", Feature::Stream, once, fails);
        SelfTestAnswer open = stream;
        open.exchange.answer = event + event;
        row("without its end", Feature::Stream, open, fails);
        SelfTestAnswer figures = stream;
        figures.record.tokens = TokenUsage{.input = 3, .output = 2};
        row("figures", Feature::StreamUsage, figures, works);
        SelfTestAnswer broken = figures;
        broken.record.partial = true;
        row("broken", Feature::Stream, broken, unknown);
        row("figures of a broken one", Feature::StreamUsage, broken, unknown);
        SelfTestAnswer ended = stream;
        ended.record.errorCode = "upstream_timeout";
        row("timed out", Feature::Stream, ended, unknown);
        figures.record.tokensEstimated = true;
        row("guessed", Feature::StreamUsage, figures, fails);
        row("none", Feature::StreamUsage, stream, fails);

        SelfTestAnswer thought = said(u"5"_s);
        row("no thoughts", Feature::Reasoning, thought, fails);
        thought.record.tokens = TokenUsage{.input = 3, .output = 2, .reasoning = 1};
        row("counted thoughts", Feature::Reasoning, thought, works);
        SelfTestAnswer dropped = said(u"5"_s);
        dropped.exchange.dropped = "reasoning_effort";
        row("left out by us", Feature::Reasoning, dropped, unknown);
        SelfTestAnswer cut = said({});
        cut.exchange.answer = R"({"choices":[{"finish_reason":"length"}]})";
        row("length", Feature::StopReason, cut, works);
        row("stop", Feature::StopReason, said(u"x"_s), fails);
        row("out of tokens", Feature::Text, cut, unknown);
    }

    void judges()
    {
        QFETCH(Feature, feature);
        QFETCH(SelfTestAnswer, answer);
        const FeatureResult result = judgeFeature(feature, answer);
        QTEST(result.verdict, "verdict");
        QCOMPARE(result.detail.isEmpty(), result.verdict == works);
    }

    //! Some say what they cannot do in a way that may mean anything: then it counts that text works.
    void refusesOddly_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<bool>("refusal");
        QTest::newRow("404") << 404 << QByteArray("No endpoints found that support image input") << true;
        QTest::newRow("500") << 500 << QByteArray("image input is not supported") << true;
        QTest::newRow("501") << 501 << QByteArray("Tool calls: UNSUPPORTED") << true;
        QTest::newRow("no model") << 404 << QByteArray("The model does not exist") << false;
        QTest::newRow("broken") << 500 << QByteArray("Ask our support") << false;
        QTest::newRow("busy") << 503 << QByteArray("image input is not supported") << false;
    }

    void refusesOddly()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, words);
        QFETCH(bool, refusal);
        SelfTestAnswer answer = answered(status, status, words);
        QCOMPARE(judgeFeature(Feature::Image, answer, false).verdict, unknown);
        QCOMPARE(judgeFeature(Feature::Image, answer, true).verdict, refusal ? fails : unknown);
        answer.exchange.answer.clear(); // a translation words it anew
        answer.record.attempts.last().words = QString::fromUtf8(words);
        QCOMPARE(judgeFeature(Feature::Image, answer, true).verdict, refusal ? fails : unknown);
    }

    void asksForFiguresOnlyOnce()
    {
        QVERIFY(!selfTestQuestion(Feature::Stream, "m").contains("stream_options"));
        QVERIFY(selfTestQuestion(Feature::StreamUsage, "m").contains("stream_options"));
    }

    //! The picture is whole (PNG, 5.3) and shows what the question is about.
    void picture()
    {
        const QByteArray question = selfTestQuestion(Feature::Image, "m");
        const QByteArray prefix = "data:image/png;base64,";
        const qsizetype begin = question.indexOf(prefix) + prefix.size();
        const QByteArray png =
            QByteArray::fromBase64(question.mid(begin, question.indexOf('"', begin) - begin));
        QVERIFY(png.startsWith("\x89PNG\r\n\x1a\n"));
        QByteArray packed;
        QByteArray last;
        for (qsizetype at = 8; at < png.size();) {
            const auto length = qsizetype(qFromBigEndian<quint32>(png.constData() + at));
            QVERIFY(at + length + 12 <= png.size());
            last = png.mid(at + 4, length + 4);
            QCOMPARE(crc32(last), qFromBigEndian<quint32>(png.constData() + at + 8 + length));
            if (last.startsWith("IDAT"))
                packed += last.mid(4);
            at += length + 12;
        }
        QCOMPARE(last, QByteArray("IEND"));
        const QByteArray rows = qUncompress(QByteArray::fromHex("00003040") + packed); // 64 × (1 + 64 × 3)
        QCOMPARE(rows.size(), 64 * 193);
        QCOMPARE(rows.mid(1, 3).toHex(), QByteArray("8000a0"));
        QCOMPARE(rows.last(3).toHex(), QByteArray("00a000"));
    }

    void ends()
    {
        QVERIFY(endsSelfTest(answered(503, -1)));
        QVERIFY(endsSelfTest(answered(502, 0)));
        QVERIFY(endsSelfTest(answered(401, 401)));
        QVERIFY(!endsSelfTest(answered(429, 429)));
        QVERIFY(!endsSelfTest(said(u"x"_s)));
    }
};

QTEST_GUILESS_MAIN(TestSelfTestJudge)
#include "tst_self_test_judge.moc"
