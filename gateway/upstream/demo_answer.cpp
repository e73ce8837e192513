// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/demo_answer.h"

#include "gateway/upstream/demo_question.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <boost/json.hpp>

#include <string>

namespace gatehouse {
namespace {

namespace json = boost::json;

constexpr std::string_view model = "echo";

QByteArray bytes(const json::value &value)
{
    const std::string text = json::serialize(value);
    return QByteArray(text.data(), qsizetype(text.size()));
}

DemoAnswer failure(int status, std::string_view message, json::value param, json::value code)
{
    DemoAnswer answer;
    answer.status = status;
    answer.pieces.append(bytes({{"error",
                                 {{"message", message},
                                  {"type", "invalid_request_error"},
                                  {"param", std::move(param)},
                                  {"code", std::move(code)}}}}));
    return answer;
}

DemoAnswer success(const json::value &value)
{
    DemoAnswer answer;
    answer.pieces.append(bytes(value));
    return answer;
}

//! Writes the answer to one question in the shape of one endpoint.
class Writer
{
public:
    Writer(DemoQuestion question, bool chat)
        : m_question(std::move(question))
        , m_chat(chat)
        , m_created(QDateTime::currentSecsSinceEpoch())
        , m_id((chat ? "chatcmpl-demo" : "cmpl-demo") +
               std::to_string(QRandomGenerator::global()->generate()))
    {
    }

    DemoAnswer whole() const
    {
        json::object choice{{"index", 0}, {"logprobs", nullptr}, {"finish_reason", "stop"}};
        if (m_chat)
            choice["message"] = {{"role", "assistant"}, {"content", m_question.last}, {"refusal", nullptr}};
        else
            choice["text"] = m_question.last;
        json::object answer = envelope(m_chat ? "chat.completion" : "text_completion");
        answer["choices"] = json::array{choice};
        answer["usage"] = usage();
        return success(answer);
    }

    DemoAnswer stream() const
    {
        DemoAnswer answer;
        answer.contentType = "text/event-stream";
        if (m_chat)
            answer.pieces.append(event(chunk("", nullptr, true)));
        for (std::string_view word : wordsOf(m_question.last))
            answer.pieces.append(event(chunk(word, nullptr)));
        answer.pieces.append(event(chunk({}, "stop")));
        if (m_question.includeUsage) {
            json::object last = envelope(streamObject());
            last["choices"] = json::array{};
            last["usage"] = usage();
            answer.pieces.append(event(last));
        }
        answer.pieces.append("data: [DONE]\n\n");
        return answer;
    }

private:
    const char *streamObject() const { return m_chat ? "chat.completion.chunk" : "text_completion"; }

    json::object envelope(const char *object) const
    {
        return {{"id", m_id}, {"object", object}, {"created", m_created}, {"model", model}};
    }

    json::object usage() const
    {
        const qint64 completion = demoTokens(m_question.last);
        return {{"prompt_tokens", m_question.promptTokens},
                {"completion_tokens", completion},
                {"total_tokens", m_question.promptTokens + completion}};
    }

    json::object chunk(std::string_view words, json::value finish, bool first = false) const
    {
        json::object choice{{"index", 0}, {"logprobs", nullptr}};
        if (m_chat) {
            json::object delta;
            if (first)
                delta["role"] = "assistant";
            if (first || !words.empty())
                delta["content"] = words;
            choice["delta"] = std::move(delta);
        } else {
            choice["text"] = words;
        }
        choice["finish_reason"] = std::move(finish);
        json::object whole = envelope(streamObject());
        whole["choices"] = json::array{std::move(choice)};
        if (m_question.includeUsage)
            whole["usage"] = nullptr;
        return whole;
    }

    static QByteArray event(const json::object &object) { return "data: " + bytes(object) + "\n\n"; }

    DemoQuestion m_question;
    bool m_chat;
    qint64 m_created;
    std::string m_id;
};

//! Null if it is no JSON.
json::value parsedBody(QByteArrayView body)
{
    json::parse_options options;
    options.max_depth = 256;
    boost::system::error_code error;
    return json::parse({body.data(), size_t(body.size())}, error, {}, options);
}

DemoAnswer completion(QByteArrayView body, bool chat)
{
    const json::value value = parsedBody(body);
    const auto *request = value.if_object();
    if (!request)
        return failure(400, "The body is not a JSON object.", nullptr, nullptr);
    const auto *name = request->if_contains("model");
    if (!name || !name->is_string() || name->get_string() != model)
        return failure(404, "The demo provider has one model: 'echo'.", "model", "model_not_found");
    auto question = demoQuestion(*request, chat);
    if (!question)
        return failure(400, "There is nothing from a user to say back.", chat ? "messages" : "prompt",
                       nullptr);
    const bool stream = question->stream;
    const Writer writer(std::move(*question), chat);
    return stream ? writer.stream() : writer.whole();
}

json::object modelEntry()
{
    return {{"id", model}, {"object", "model"}, {"created", 0}, {"owned_by", "gatehouse"}};
}

} // namespace

qint64 demoPromptTokens(QByteArrayView body)
{
    const json::value value = parsedBody(body);
    const auto *request = value.if_object();
    const auto question = request ? demoQuestion(*request, true) : std::nullopt;
    return question ? question->promptTokens : 0;
}

DemoAnswer demoAnswer(QByteArrayView method, QByteArrayView path, QByteArrayView body)
{
    const bool get = method == "GET" || method == "HEAD";
    if (get && path == "/models")
        return success({{"object", "list"}, {"data", json::array{modelEntry()}}});
    if (get && path == "/models/echo")
        return success(modelEntry());
    if (method == "POST" && path == "/chat/completions")
        return completion(body, true);
    if (method == "POST" && path == "/completions")
        return completion(body, false);
    const std::string where = std::string(method.data(), size_t(method.size())) + ' ' +
                              std::string(path.data(), size_t(path.size()));
    return failure(404, "The demo provider does not serve this (" + where + ").", nullptr, "unknown_url");
}

} // namespace gatehouse
