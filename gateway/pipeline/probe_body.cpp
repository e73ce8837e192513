// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/probe_body.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

namespace json = boost::json;

constexpr qsizetype longestName = 256;

json::value parsed(const QByteArray &body)
{
    json::error_code error;
    json::value value = json::parse({body.constData(), size_t(body.size())}, error);
    return error ? json::value() : value;
}

//! The member of that name; null where there is none, or where \a value is no object.
const json::value &member(const json::value &value, std::string_view name)
{
    static const json::value none;
    const json::object *object = value.if_object();
    const json::value *found = object ? object->if_contains(name) : nullptr;
    return found ? *found : none;
}

bool has(const json::value &value, std::string_view name)
{
    return value.is_object() && value.get_object().contains(name);
}

//! The text of a string; empty of anything else.
QString text(const json::value &value)
{
    const json::string *string = value.if_string();
    return string ? QString::fromUtf8(string->data(), qsizetype(string->size())) : QString();
}

} // namespace

std::optional<ModelPage> readModelPage(Dialect dialect, const QByteArray &body)
{
    const bool gemini = dialect == Dialect::Gemini;
    const json::value root = parsed(body);
    const std::string_view field = gemini ? "models" : "data";
    // Some services write the bare array; Ollama without models says null.
    const json::value &list = root.is_array() ? root : member(root, field);
    const bool none = has(root, field) && list.is_null() && text(member(root, "object")) == "list"_L1;
    if (!list.is_array() && !none)
        return std::nullopt;
    ModelPage page;
    for (const json::value &entry : none ? json::array() : list.get_array()) {
        QString name = text(member(entry, gemini ? "name" : "id"));
        if (gemini && name.startsWith("models/"_L1))
            name.remove(0, 7);
        const bool plain = std::all_of(name.cbegin(), name.cend(), isShown);
        if (!name.isEmpty() && name.size() <= longestName && plain)
            page.models.append(name);
    }
    if (gemini)
        page.next = text(member(root, "nextPageToken")).toUtf8();
    else if (dialect == Dialect::Anthropic && member(root, "has_more") == json::value(true))
        page.next = text(member(root, "last_id")).toUtf8();
    return page;
}

ChatBody readChatBody(Dialect dialect, const QByteArray &body)
{
    const json::value root = parsed(body);
    const json::value &error = member(root, "error");
    if (error.is_object() || error.is_string())
        return ChatBody::Error;
    bool answer = false;
    switch (dialect) {
    case Dialect::Anthropic:
        answer = member(root, "content").is_array();
        break;
    case Dialect::Gemini:
        answer = has(root, "candidates") || has(root, "usageMetadata");
        break;
    case Dialect::OpenAi:
    case Dialect::AzureOpenAi:
        answer = member(root, "choices").is_array();
    }
    return answer ? ChatBody::Answer : ChatBody::Neither;
}

QString errorSentence(const QByteArray &body)
{
    const json::value root = parsed(body);
    const json::array *wrapped = root.if_array();
    const json::value &object = wrapped && !wrapped->empty() ? wrapped->front() : root;
    for (const std::string_view name : {"error", "message", "detail", "msg"}) {
        const json::value &value = member(object, name);
        const QString words = value.is_object() ? text(member(value, "message")) : text(value);
        if (!words.isEmpty())
            return words;
    }
    return {};
}

bool isShown(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

} // namespace gatehouse
