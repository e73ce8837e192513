// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/self_test_judge.h"

#include "gateway/dialect/json_view.h"
#include "gateway/pipeline/self_test_question.h"
#include "gateway/pipeline/self_test_refusal.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! An object that a model wrote as text, with the bytes that it is read from.
struct WrittenObject
{
    explicit WrittenObject(const QString &text)
        : bytes(text.toUtf8())
        , root(document.parseObject(bytes))
    {
    }

    int size() const
    {
        int count = 0;
        for (const JsonView member : root) {
            Q_UNUSED(member);
            ++count;
        }
        return count;
    }

    QByteArray bytes;
    JsonDocument document;
    JsonView root;
};

//! `finish_reason`, of a whole answer or of a stream's last event that has one.
QByteArray finishReason(const QByteArray &answer)
{
    JsonDocument document;
    QByteArray reason;
    const auto look = [&](QByteArrayView json) {
        for (const JsonView choice : document.parseObject(json)["choices"]) {
            if (const QByteArray found = choice["finish_reason"].text(); !found.isEmpty())
                reason = QByteArray(found.constData(), found.size());
        }
    };
    if (answer.trimmed().startsWith('{')) {
        look(answer);
        return reason;
    }
    for (const QByteArray &line : answer.split('\n')) {
        if (line.startsWith("data:"))
            look(QByteArrayView(line).sliced(5));
    }
    return reason;
}

// What is wrong with an answer, in words; empty: nothing.

QString faultOfText(const SelfTestAnswer &answer)
{
    return answer.exchange.outline.text.trimmed().isEmpty() ? u"The answer holds no text."_s : QString();
}

QString faultOfStream(const SelfTestAnswer &answer)
{
    const QByteArray &bytes = answer.exchange.answer;
    int events = 0;
    bool done = false;
    for (const QByteArray &raw : bytes.split('\n')) {
        const QByteArray line = raw.trimmed();
        done = done || line == "data: [DONE]" || line == "data:[DONE]";
        events += line.startsWith("data:") && line.contains("\"choices\"") ? 1 : 0;
    }
    if (!done)
        return u"The stream broke off."_s;
    return events < 2 ? u"The answer did not come in pieces."_s : faultOfText(answer);
}

QString faultOfUsage(const SelfTestAnswer &answer)
{
    const UsageRecord &record = answer.record;
    const bool told = record.tokens && !record.tokensEstimated;
    return told && record.tokens->input > 0 && record.tokens->output > 0
               ? QString()
               : u"The stream told no token figures."_s;
}

QString faultOfCity(const AnswerOutline::Tool &tool, QByteArrayView name)
{
    if (tool.name.toUtf8() != name)
        return u"It called '%1' instead of the tool that there is."_s.arg(tool.name.left(100));
    const WrittenObject arguments(tool.arguments);
    const JsonView city = arguments.root["city"];
    return city.isString() && !city.text().trimmed().isEmpty()
               ? QString()
               : u"The arguments of the call are not as the tool wants them."_s;
}

QString faultOfParallel(const QList<AnswerOutline::Tool> &tools)
{
    if (tools.size() < 2)
        return u"There were %1 calls in one answer instead of two."_s.arg(tools.size());
    if (tools[0].arguments == tools[1].arguments)
        return u"It called the tool twice for the same city."_s;
    const QString first = faultOfCity(tools[0], "get_weather");
    return first.isEmpty() ? faultOfCity(tools[1], "get_weather") : first;
}

QString faultOfZeroArguments(const QList<AnswerOutline::Tool> &tools)
{
    if (tools.isEmpty() || tools.first().name != "get_time"_L1)
        return u"It did not call the tool."_s;
    const WrittenObject arguments(tools.first().arguments);
    return arguments.root.isObject() && arguments.size() == 0
               ? QString()
               : u"The arguments of the call are not an empty object."_s;
}

QString faultOfLongName(const QList<AnswerOutline::Tool> &tools)
{
    return tools.isEmpty() ? u"It did not call the tool."_s : faultOfCity(tools.first(), longToolName);
}

//! Whoever names more colours than there are has guessed.
QString faultOfColours(const QString &text)
{
    const auto anyOf = [](QLatin1StringView words, QStringView chinese) {
        return QRegularExpression(u"\\b("_s + words + u")\\b|"_s + chinese,
                                  QRegularExpression::CaseInsensitiveOption);
    };
    static const QRegularExpression purple = anyOf("purple|violet|magenta|indigo"_L1, u"紫");
    static const QRegularExpression green = anyOf("green|lime|emerald"_L1, u"绿");
    static const QRegularExpression other =
        anyOf("red|blue|yellow|orange|black|white|gr[ea]y|pink|brown|cannot|can't|unable"_L1,
              u"[红蓝黄橙黑白灰粉棕]");
    return text.contains(purple) && text.contains(green) && !text.contains(other)
               ? QString()
               : u"It did not see what the image shows."_s;
}

QString faultOfPerson(const QString &text)
{
    const WrittenObject person(text);
    if (!person.root)
        return u"The answer is not the JSON that was asked for."_s;
    return person.size() == 2 && person.root["name"].isString() && person.root["age"].integer()
               ? QString()
               : u"The answer does not fit the schema."_s;
}

QString faultOf(Feature feature, const SelfTestAnswer &answer)
{
    const AnswerOutline &outline = answer.exchange.outline;
    const UsageRecord &record = answer.record;
    switch (feature) {
    case Feature::Text:
        return faultOfText(answer);
    case Feature::Stream:
        return faultOfStream(answer);
    case Feature::StreamUsage:
        return faultOfUsage(answer);
    case Feature::ParallelTools:
        return faultOfParallel(outline.tools);
    case Feature::ZeroArgumentTool:
        return faultOfZeroArguments(outline.tools);
    case Feature::Image:
        return faultOfColours(outline.text);
    case Feature::StructuredOutput:
        return faultOfPerson(outline.text);
    case Feature::Reasoning:
        return !outline.reasoning.trimmed().isEmpty() ||
                       (record.tokens && !record.tokensEstimated && record.tokens->reasoning > 0)
                   ? QString()
                   : u"It showed no thinking, and counted none."_s;
    case Feature::LongToolName:
        return faultOfLongName(outline.tools);
    case Feature::StopReason:
        return finishReason(answer.exchange.answer) == "length"
                   ? QString()
                   : u"It does not say that the token limit was met."_s;
    }
    Q_UNREACHABLE();
}

} // namespace

FeatureResult judgeFeature(Feature feature, const SelfTestAnswer &answer, bool textWorks)
{
    const UsageRecord &record = answer.record;
    FeatureResult result;
    result.ms = std::round(record.totalMs * 1000) / 1000;
    if (record.tokens && !record.tokensEstimated)
        result.tokens = record.tokens->input + record.tokens->output;
    const QString dropped =
        answer.exchange.dropped.isEmpty()
            ? QString()
            : u"The translation left out: %1."_s.arg(QString::fromUtf8(answer.exchange.dropped));
    if (record.status < 200 || record.status >= 300) {
        result.verdict = isRefusal(answer, textWorks) ? FeatureResult::Fails : FeatureResult::Unknown;
        result.detail = record.attempts.isEmpty() ? u"Not asked: "_s + wordsOf(answer) : wordsOf(answer);
        return result;
    }
    if (record.partial || !record.errorCode.isEmpty()) { // by the network, or by who ended the request
        const bool stream = feature == Feature::Stream || feature == Feature::StreamUsage;
        result.detail = stream ? u"The stream broke off."_s : wordsOf(answer);
        return result;
    }
    result.detail = faultOf(feature, answer);
    if (result.detail.isEmpty()) {
        result.verdict = FeatureResult::Works;
        result.detail = dropped;
        return result;
    }
    const bool limitMet = feature != Feature::StopReason && feature != Feature::StreamUsage &&
                          finishReason(answer.exchange.answer) == "length";
    if (limitMet)
        result.detail = u"The token limit was met before the answer was whole."_s;
    else if (!dropped.isEmpty())
        result.detail += u' ' + dropped;
    const bool ours = limitMet || !dropped.isEmpty() || answer.exchange.cutAnswer;
    result.verdict = ours ? FeatureResult::Unknown : FeatureResult::Fails;
    return result;
}

bool endsSelfTest(const SelfTestAnswer &answer)
{
    if (answer.record.status >= 200 && answer.record.status < 300)
        return false;
    const int status = statusOfProvider(answer);
    return status == 0 || status == 401 || status == 402 || status == 403 || status == 404;
}

} // namespace gatehouse
