// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/failure.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

Error providerError(int status, const QByteArray &code, QString message)
{
    return {status, "provider_error", code, std::move(message)};
}

bool containsAny(QByteArrayView body, std::initializer_list<QByteArrayView> words)
{
    const QByteArray lower = body.first(std::min<qsizetype>(body.size(), 16 * 1024)).toByteArray().toLower();
    return std::any_of(words.begin(), words.end(), [&](QByteArrayView word) { return lower.contains(word); });
}

//! Providers say it in many ways, and not all of them with 402.
bool saysQuotaGone(QByteArrayView body)
{
    return containsAny(body, {"insufficient_quota", "exceeded_current_quota", "billing_hard_limit",
                              "insufficient balance", "insufficient_balance", "insufficient credits",
                              "credit balance is too low", "arrearage", "billing_not_active"});
}

bool saysPolicy(QByteArrayView body)
{
    return containsAny(
        body, {"content_policy", "content policy", "content_filter", "moderation", "flagged", "safety"});
}

FailureKind kindOf(int status, QByteArrayView body)
{
    switch (status) {
    case 402:
        return FailureKind::QuotaGone;
    case 401:
        return FailureKind::KeyRefused;
    case 403:
        return saysPolicy(body) ? FailureKind::RequestFault : FailureKind::KeyRefused;
    case 429:
        return saysQuotaGone(body) ? FailureKind::QuotaGone : FailureKind::RateLimited;
    case 408:
    case 409:
    case 500:
    case 502:
    case 503:
    case 504:
    case 529:
        return FailureKind::Transient;
    default:
        return status == 400 && saysQuotaGone(body) ? FailureKind::QuotaGone : FailureKind::RequestFault;
    }
}

bool saysTooLong(int status, QByteArrayView body)
{
    return (status == 400 || status == 413) &&
           containsAny(body, {"context_length_exceeded", "maximum context length", "prompt is too long",
                              "context window", "context length", "input token count", "too many tokens"});
}

QString wordFor(FailureKind kind)
{
    switch (kind) {
    case FailureKind::RateLimited:
        return u"says that too much is asked of it"_s;
    case FailureKind::QuotaGone:
        return u"says that the quota or the balance is used up"_s;
    case FailureKind::KeyRefused:
        return u"refuses the key"_s;
    case FailureKind::Unreachable:
    case FailureKind::Lasting:
    case FailureKind::Transient:
    case FailureKind::RequestFault:
        break;
    }
    return u"answered with an error"_s;
}

} // namespace

Failure failureOf(const TransferEnd &end, const QString &provider)
{
    switch (end.kind) {
    case TransferEnd::Complete:
        break;
    case TransferEnd::Unreachable:
        return {FailureKind::Unreachable,
                providerError(502, "upstream_unreachable",
                              u"The provider '%1' cannot be reached: %2."_s.arg(provider, end.message)),
                {},
                true};
    case TransferEnd::Tls:
        return {FailureKind::Lasting,
                providerError(502, "upstream_tls",
                              u"No secure connection to the provider '%1': %2."_s.arg(provider, end.message)),
                {},
                true};
    case TransferEnd::FirstByteTimeout:
        return {FailureKind::Lasting,
                providerError(504, "upstream_timeout",
                              u"The provider '%1' did not answer in time: %2."_s.arg(provider, end.message)),
                {},
                true};
    case TransferEnd::IdleTimeout:
        return {FailureKind::Lasting,
                providerError(
                    504, "upstream_timeout",
                    u"The provider '%1' fell silent within its answer: %2."_s.arg(provider, end.message)),
                {},
                true};
    case TransferEnd::Broken:
        return {FailureKind::Transient,
                providerError(502, "upstream_protocol",
                              u"The provider '%1' gave no whole answer: %2."_s.arg(provider, end.message)),
                {},
                true};
    }
    return {}; // callers ask before they know whether they need it
}

Failure failureOf(const ReplyHead &head, QByteArrayView body, const QString &provider)
{
    Failure failure;
    failure.kind = kindOf(head.status, body);
    failure.retryAfter = head.retryAfter;
    failure.countsAgainstProvider = head.status >= 500;
    const QString words =
        saysTooLong(head.status, body) ? u"says that the prompt is too long"_s : wordFor(failure.kind);
    failure.error = providerError(
        head.status, "upstream_" + QByteArray::number(head.status),
        u"The provider '%1' %2 (HTTP %3)."_s.arg(provider, words, QString::number(head.status)));
    failure.error.retryAfter = head.retryAfter;
    return failure;
}

Failure failureOf(const Error &reported)
{
    constexpr int serverErrors = 500;
    return {kindOf(reported.status, QByteArray(reported.code + ' ' + reported.message.toUtf8())),
            reported,
            {},
            reported.status >= serverErrors && reported.code != "model_failed", // it would fail elsewhere too
            true};
}

Failure unusableAnswer(const QString &provider, QStringView what)
{
    return {FailureKind::Transient,
            providerError(502, "upstream_protocol", u"The provider '%1' sent %2."_s.arg(provider, what)),
            {},
            true};
}

} // namespace gatehouse
