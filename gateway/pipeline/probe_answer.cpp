// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/probe_answer.h"

#include "gateway/base/redact.h"
#include "gateway/pipeline/probe_body.h"
#include "gateway/upstream/failure.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype longestDetail = 300;
constexpr qsizetype mostWords = 8 * 1024; // looked at before they are shortened

bool isWebPage(const ProbeAnswer &answer)
{
    const QByteArray start = answer.body.left(64).trimmed().toLower();
    return answer.head.contentType.toLower().startsWith("text/html") || start.startsWith("<!doctype") ||
           start.startsWith("<html");
}

QString onOneLine(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return !isShown(c); }, u' ');
    return text.simplified();
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
    const bool noList = kind == ProbeRequest::Models && (status == 404 || status == 405 || status == 501);
    if (status >= 500 && !noList)
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
    if (noList)
        return ProbeResult::NoList;
    return status == 404 ? ProbeResult::NotFound : ProbeResult::Refused;
}

ProbeResult::Outcome outcomeOfChat(Dialect dialect, const QByteArray &body)
{
    switch (readChatBody(dialect, body)) {
    case ChatBody::Answer:
        return ProbeResult::Ok;
    case ChatBody::Error:
        return ProbeResult::Refused;
    case ChatBody::Neither:
        break;
    }
    return ProbeResult::NotAnApi;
}

} // namespace

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
    QString words = isWebPage(answer) ? u"text/html"_s : errorSentence(answer.body);
    if (words.isEmpty())
        words = QString::fromUtf8(answer.body.left(mostWords));
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
