// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/probe_answer.h"

#include "gateway/base/redact.h"
#include "gateway/upstream/failure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype longestName = 256;
constexpr qsizetype longestDetail = 300;
constexpr qsizetype mostWords = 8 * 1024; // looked at before they are shortened

bool isWebPage(const ProbeAnswer &answer)
{
    const QByteArray start = answer.body.left(64).trimmed().toLower();
    return answer.head.contentType.toLower().startsWith("text/html") || start.startsWith("<!doctype") ||
           start.startsWith("<html");
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

QString onOneLine(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return !isShown(c); }, u' ');
    return text.simplified();
}

//! The sentence in an error body: services write `{"error":{"message":…}}`, `{"error":…}`, `{"message":…}` or
//! `{"detail":…}`; Google wraps it in an array.
QString wordsIn(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject object = document.isArray() ? document.array().first().toObject() : document.object();
    for (const QJsonValue &value : {object.value("error"_L1), object.value("message"_L1),
                                    object.value("detail"_L1), object.value("msg"_L1)}) {
        const QString words =
            value.isObject() ? value.toObject().value("message"_L1).toString() : value.toString();
        if (!words.isEmpty())
            return words;
    }
    return QString::fromUtf8(body.left(mostWords));
}

ProbeResult::Outcome outcomeOfEnd(const TransferEnd &end)
{
    switch (end.kind) {
    case TransferEnd::Tls:
        return ProbeResult::TlsFailed;
    case TransferEnd::FirstByteTimeout:
    case TransferEnd::IdleTimeout:
        return ProbeResult::TimedOut;
    case TransferEnd::Broken: // what is there speaks otherwise
        return ProbeResult::NotAnApi;
    case TransferEnd::Complete:
    case TransferEnd::Unreachable:
        break;
    }
    switch (end.cause) {
    case TransferEnd::Name:
        return ProbeResult::HostUnknown;
    case TransferEnd::Proxy:
        return ProbeResult::ProxyUnreachable;
    case TransferEnd::Other:
        break;
    }
    return ProbeResult::Unreachable;
}

ProbeResult::Outcome outcomeOfRefusal(ProbeRequest::Kind kind, const ProbeAnswer &answer)
{
    const int status = answer.head.status;
    const FailureKind failure = failureOf(answer.head, answer.body, {}).kind;
    if (status >= 500)
        return ProbeResult::ServerError;
    if (failure == FailureKind::QuotaGone)
        return ProbeResult::NoCredit;
    if (failure == FailureKind::RateLimited)
        return ProbeResult::RateLimited;
    if (status == 401)
        return ProbeResult::KeyRefused;
    if (status == 407)
        return ProbeResult::ProxyUnreachable;
    if (isWebPage(answer))
        return ProbeResult::NotAnApi;
    // Google says 400 to a key that is none.
    if (status == 403 || (status == 400 && answer.body.contains("API_KEY_INVALID")))
        return ProbeResult::KeyRefused;
    if (kind == ProbeRequest::Models && (status == 404 || status == 405))
        return ProbeResult::NoList;
    return status == 404 ? ProbeResult::NotFound : ProbeResult::Refused;
}

//! Whether \a body is a chat answer, as far as all services agree.
ProbeResult::Outcome outcomeOfChat(Dialect dialect, const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject object = document.object();
    if (object.value("error"_L1).isObject() || object.value("error"_L1).isString())
        return ProbeResult::Refused;
    switch (dialect) {
    case Dialect::Anthropic:
        return object.value("content"_L1).isArray() ? ProbeResult::Ok : ProbeResult::NotAnApi;
    case Dialect::Gemini:
        return object.contains("candidates"_L1) || object.contains("usageMetadata"_L1)
                   ? ProbeResult::Ok
                   : ProbeResult::NotAnApi;
    case Dialect::OpenAi:
    case Dialect::AzureOpenAi:
        break;
    }
    return object.value("choices"_L1).isArray() ? ProbeResult::Ok : ProbeResult::NotAnApi;
}

} // namespace

std::optional<ModelPage> readModelPage(Dialect dialect, const QByteArray &body)
{
    const bool gemini = dialect == Dialect::Gemini;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject object = document.object();
    const QJsonValue list = object.value(gemini ? "models"_L1 : "data"_L1);
    // Ollama without models says null; some services write the bare array.
    const bool none = list.isNull() && object.value("object"_L1).toString() == "list"_L1;
    if (!list.isArray() && !none && !document.isArray())
        return std::nullopt;
    ModelPage page;
    for (const QJsonValue &entry : document.isArray() ? document.array() : list.toArray()) {
        QString name = entry.toObject().value(gemini ? "name"_L1 : "id"_L1).toString();
        if (gemini && name.startsWith("models/"_L1))
            name.remove(0, 7);
        const bool plain = std::all_of(name.cbegin(), name.cend(), isShown);
        if (!name.isEmpty() && name.size() <= longestName && plain)
            page.models.append(name);
    }
    if (gemini)
        page.next = object.value("nextPageToken"_L1).toString().toUtf8();
    else if (dialect == Dialect::Anthropic && object.value("has_more"_L1).toBool())
        page.next = object.value("last_id"_L1).toString().toUtf8();
    return page;
}

ProbeResult::Outcome outcomeOf(ProbeRequest::Kind kind, Dialect dialect, const ProbeAnswer &answer)
{
    const int status = answer.head.status;
    if (status >= 400)
        return outcomeOfRefusal(kind, answer);
    if (answer.end.kind != TransferEnd::Complete)
        return outcomeOfEnd(answer.end);
    if (status < 200 || status >= 300 || isWebPage(answer))
        return ProbeResult::NotAnApi;
    if (kind == ProbeRequest::Models)
        return readModelPage(dialect, answer.body) ? ProbeResult::Ok : ProbeResult::NotAnApi;
    return outcomeOfChat(dialect, answer.body);
}

QString wordsOf(const ProbeAnswer &answer)
{
    if (answer.head.status == 0 || answer.end.kind != TransferEnd::Complete)
        return answer.end.message;
    const QString words = isWebPage(answer) ? u"text/html"_s : wordsIn(answer.body);
    return words.trimmed().isEmpty() ? u"HTTP %1"_s.arg(answer.head.status) : words;
}

QString plainDetail(const QString &words, const Redactor &redactor, const QByteArrayList &secrets)
{
    QByteArray text = redactor.redact(onOneLine(words.left(mostWords)).toUtf8());
    for (const QByteArray &secret : secrets)
        text.replace(secret, "***"); // the redactor leaves short ones alone
    QString detail = QString::fromUtf8(text);
    if (detail.size() > longestDetail) {
        detail.truncate(longestDetail - 1);
        if (detail.back().isHighSurrogate())
            detail.chop(1);
        detail += u'…';
    }
    return detail;
}

bool wantsCompletionTokens(const ProbeAnswer &answer)
{
    return answer.head.status == 400 && answer.body.contains("max_completion_tokens");
}

} // namespace gatehouse
