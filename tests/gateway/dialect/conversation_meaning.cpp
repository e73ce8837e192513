// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversation_meaning.h"

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"

#include <QHash>
#include <QString>

using namespace gatehouse;

namespace {

QByteArray quoted(QByteArrayView text)
{
    QByteArray json;
    JsonWriter(json).text(text);
    return json;
}

//! JSON in the text of a result means what it says, however it is spaced.
QByteArray quotedResult(const QByteArray &text)
{
    JsonDocument document;
    const JsonView root = document.parse(text);
    return quoted(root ? root.raw() : QByteArrayView(text));
}

QByteArray mediaLine(const Media &media)
{
    return media.base64.isEmpty() ? media.url : QByteArray(media.mediaType + ';' + media.base64);
}

//! Tells what is said, line by line.
class Teller final
{
public:
    void add(QByteArrayView word, const QByteArray &rest) { m_lines.append(word.toByteArray() + ' ' + rest); }

    void add(const ChatPart &part)
    {
        if (const auto *text = part.as<TextPart>())
            add("  text", quoted(text->text));
        else if (const auto *image = part.as<ImagePart>())
            add("  image", mediaLine(image->media));
        else if (const auto *document = part.as<DocumentPart>())
            addDocument(*document);
        else if (const auto *call = part.as<ToolCallPart>())
            add("  call", number(call->id) + ' ' + quoted(call->name) + ' ' + call->arguments);
        else if (const auto *result = part.as<ToolResultPart>())
            addResult(*result);
        else if (const auto *thought = part.as<ReasoningPart>())
            add("  thought", quoted(thought->text) + ' ' + quoted(thought->signature.value) +
                                 (thought->redacted ? " redacted" : ""));
        else if (const auto *refusal = part.as<RefusalPart>())
            add("  refusal", quoted(refusal->text));
    }

    void addTexts(QByteArrayView word, const QByteArrayList &texts)
    {
        for (const QByteArray &text : texts)
            add(word, quoted(text));
    }

    template<typename T>
    void addNumber(QByteArrayView word, const std::optional<T> &value)
    {
        if (value)
            add(word, QByteArray::number(*value));
    }

    QByteArray lines() const { return m_lines.join('\n'); }

private:
    QByteArray number(const QByteArray &id)
    {
        if (!m_numbers.contains(id))
            m_numbers.insert(QByteArray(id.constData(), id.size()), int(m_numbers.size()) + 1);
        return '#' + QByteArray::number(m_numbers.value(id));
    }

    void addDocument(const DocumentPart &document)
    {
        add("  document", quoted(document.name) + ' ' +
                              (document.text.isEmpty() ? mediaLine(document.media) : quoted(document.text)));
    }

    void addResult(const ToolResultPart &result)
    {
        add("  result", number(result.callId) + ' ' + quoted(result.name) + (result.isError ? " error" : ""));
        QByteArrayList texts;
        for (const auto &each : result.content) {
            if (const auto *text = std::get_if<TextPart>(&each))
                texts.append(text->text);
        }
        add("    text", quotedResult(texts.join("\n\n")));
        for (const auto &each : result.content) {
            if (const auto *image = std::get_if<ImagePart>(&each))
                add("    image", mediaLine(image->media));
            else if (const auto *document = std::get_if<DocumentPart>(&each))
                addDocument(*document);
        }
    }

    QByteArrayList m_lines;
    QHash<QByteArray, int> m_numbers;
};

void tellTools(Teller &teller, const ChatRequest &request)
{
    for (const ChatTool &tool : request.tools) {
        const QByteArray strict = tool.strict ? (*tool.strict ? " strict" : " loose") : "";
        teller.add("tool", quoted(tool.name) + ' ' + quoted(tool.description) + ' ' + tool.schema + strict);
    }
    constexpr const char *modes[] = {"unset", "auto", "any", "none", "named"};
    teller.add("choice", modes[request.toolChoice.mode]);
    teller.addTexts("  of", request.toolChoice.names);
    teller.addNumber("parallel", request.parallelTools);
}

void tellSettings(Teller &teller, const ChatRequest &request)
{
    const Sampling &sampling = request.sampling;
    teller.addNumber("temperature", sampling.temperature);
    teller.addNumber("top_p", sampling.topP);
    teller.addNumber("top_k", sampling.topK);
    teller.addNumber("seed", sampling.seed);
    teller.addNumber("frequency_penalty", sampling.frequencyPenalty);
    teller.addNumber("presence_penalty", sampling.presencePenalty);
    teller.addTexts("stop", request.stops);
    teller.addNumber("max_tokens", request.maxTokens);
    constexpr const char *modes[] = {"unset", "off", "dynamic", "effort", "budget"};
    teller.add("reasoning", modes[request.reasoning.mode] + QByteArray(" ") +
                                effortName(request.reasoning.effort).toByteArray());
    constexpr const char *kinds[] = {"text", "object", "schema"};
    const OutputFormat &output = request.output;
    teller.add("output", kinds[output.kind] + QByteArray(" ") + output.name + ' ' + output.schema);
    teller.addNumber("strict", output.strict);
    teller.add("user", request.user);
    teller.add("stream", request.stream ? "yes" : "no");
}

} // namespace

QByteArray meaningOf(const ChatRequest &request)
{
    Teller teller;
    QByteArrayList system;
    for (const ChatPart &part : request.system) {
        if (const auto *text = part.as<TextPart>())
            system.append(text->text);
    }
    teller.add("system", quoted(system.join('\n')));
    for (const ChatMessage &message : request.messages) {
        teller.add(message.role == ChatMessage::User ? "user" : "assistant", {});
        for (const ChatPart &part : message.parts)
            teller.add(part);
    }
    tellTools(teller, request);
    tellSettings(teller, request);
    return teller.lines();
}
