// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/demo_question.h"

#include <boost/json.hpp>

namespace gatehouse {
namespace {

namespace json = boost::json;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

//! The text of a message's `content`: a string, or parts of which some hold text.
std::string textOf(const json::value &content)
{
    if (const auto *text = content.if_string())
        return std::string(*text);
    std::string all;
    if (const auto *parts = content.if_array()) {
        for (const json::value &part : *parts) {
            const auto *object = part.if_object();
            const auto *text = object ? object->if_contains("text") : nullptr;
            if (text && text->is_string()) {
                if (!all.empty())
                    all += '\n';
                all += text->get_string();
            }
        }
    }
    return all;
}

std::optional<DemoQuestion> fromMessages(const json::value &messages)
{
    const auto *list = messages.if_array();
    if (!list)
        return std::nullopt;
    std::optional<DemoQuestion> question;
    qint64 promptTokens = 0;
    for (const json::value &entry : *list) {
        const auto *message = entry.if_object();
        const auto *content = message ? message->if_contains("content") : nullptr;
        if (!content)
            continue;
        std::string text = textOf(*content);
        promptTokens += demoTokens(text);
        const auto *role = message->if_contains("role");
        if (role && role->is_string() && role->get_string() == "user") {
            question.emplace();
            question->last = std::move(text);
        }
    }
    if (question)
        question->promptTokens = promptTokens;
    return question;
}

std::optional<DemoQuestion> fromPrompt(const json::value &prompt)
{
    const auto *list = prompt.if_array();
    const json::value *only = list && list->size() == 1 ? &list->front() : &prompt;
    if (!only->is_string())
        return std::nullopt;
    DemoQuestion question;
    question.last = only->get_string();
    question.promptTokens = demoTokens(question.last);
    return question;
}

bool isTrue(const json::object &object, std::string_view key)
{
    const auto *value = object.if_contains(key);
    return value && value->is_bool() && value->get_bool();
}

} // namespace

std::optional<DemoQuestion> demoQuestion(const json::object &request, bool chat)
{
    const auto *said = request.if_contains(chat ? "messages" : "prompt");
    if (!said)
        return std::nullopt;
    auto question = chat ? fromMessages(*said) : fromPrompt(*said);
    if (!question)
        return std::nullopt;
    question->stream = isTrue(request, "stream");
    const auto *options = request.if_contains("stream_options");
    question->includeUsage =
        options && options->is_object() && isTrue(options->get_object(), "include_usage");
    return question;
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    size_t begin = 0;
    for (size_t i = 1; i < text.size(); ++i) {
        if (isSpace(text[i]) && !isSpace(text[i - 1])) {
            words.push_back(text.substr(begin, i - begin));
            begin = i;
        }
    }
    if (begin < text.size())
        words.push_back(text.substr(begin));
    return words;
}

qint64 demoTokens(std::string_view text)
{
    qint64 count = 0;
    for (size_t i = 0; i < text.size(); ++i)
        count += !isSpace(text[i]) && (i == 0 || isSpace(text[i - 1]));
    return count;
}

} // namespace gatehouse
