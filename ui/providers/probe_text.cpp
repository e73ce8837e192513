// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/probe_text.h"
#include "ui/gateway_words.h"

#include "gateway/credentials/secrets.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct ProbeTextWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ProbeText)
};

QString successText(const ProbeResult &result)
{
    const QString time = ProbeTextWords::tr("%1 ms").arg(QLocale().toString(qRound(result.latencyMs)));
    if (result.models.isEmpty())
        return ProbeTextWords::tr("It works: an answer came in %1.").arg(time);
    return ProbeTextWords::tr("It works: a list of %n model(s) came in %1.", nullptr,
                              int(result.models.size()))
        .arg(time);
}

QString notFoundText(const ProbeResult &result)
{
    if (result.httpStatus == 0)
        return ProbeTextWords::tr("There is nothing at this address. Look at the base URL again.");
    return ProbeTextWords::tr(
               "There is no such address or model there (HTTP %1). Look at the base URL again.")
        .arg(result.httpStatus);
}

//! What was no answer at all, so that it lies at the way there.
QString unreachedText(const ProbeResult &result, const Provider &provider)
{
    const QString host = keyHost(provider);
    switch (result.outcome) {
    case ProbeResult::HostUnknown:
        return ProbeTextWords::tr("No host is called %1. Look at the base URL again, or at the network.")
            .arg(host);
    case ProbeResult::ProxyUnreachable:
        return result.detail.isEmpty()
                   ? ProbeTextWords::tr("The proxy does not answer.")
                   : ProbeTextWords::tr("The proxy %1 does not answer.").arg(result.detail);
    case ProbeResult::TlsFailed:
        return ProbeTextWords::tr("The connection to %1 is not safe: its certificate cannot be trusted.")
            .arg(host);
    case ProbeResult::TimedOut:
        return ProbeTextWords::tr("%1 did not answer in time.").arg(host);
    default:
        return ProbeTextWords::tr("%1 cannot be reached: nothing listens there, or the way is blocked.")
            .arg(host);
    }
}

} // namespace

QString probeText(const ProbeResult &result, const Provider &provider)
{
    switch (result.outcome) {
    case ProbeResult::Ok:
        return successText(result);
    case ProbeResult::NoKey:
        return result.detail.isEmpty()
                   ? ProbeTextWords::tr("There is no key.")
                   : ProbeTextWords::tr("There is no key: %1.").arg(gatewayWords(result.detail));
    case ProbeResult::KeyRefused:
        return ProbeTextWords::tr("The key was refused.");
    case ProbeResult::NoCredit:
        return ProbeTextWords::tr("The key is good, but its account has no credit left.");
    case ProbeResult::RateLimited:
        return ProbeTextWords::tr("The provider asks to wait: too many requests with this key.");
    case ProbeResult::NotFound:
        return notFoundText(result);
    case ProbeResult::Refused:
        return ProbeTextWords::tr("The provider refused the request (HTTP %1).").arg(result.httpStatus);
    case ProbeResult::ServerError:
        return ProbeTextWords::tr("The provider has a fault of its own (HTTP %1). Try again later.")
            .arg(result.httpStatus);
    case ProbeResult::NotAnApi:
        return ProbeTextWords::tr("This is not an API: it answered with a web page.");
    case ProbeResult::NoList:
        return ProbeTextWords::tr(
            "It answers, but has no list of models. Add models by hand, and send one token to "
            "be sure of the key.");
    case ProbeResult::HostUnknown:
    case ProbeResult::ProxyUnreachable:
    case ProbeResult::Unreachable:
    case ProbeResult::TlsFailed:
    case ProbeResult::TimedOut:
        break;
    }
    return unreachedText(result, provider);
}

QString probeEvidence(const ProbeResult &result)
{
    // These two are part of the text itself.
    if (result.detail.isEmpty() || result.outcome == ProbeResult::NoKey ||
        result.outcome == ProbeResult::ProxyUnreachable)
        return {};
    if (result.httpStatus == 0)
        return gatewayWords(result.detail);
    return ProbeTextWords::tr("HTTP %1: %2").arg(QString::number(result.httpStatus), result.detail);
}

bool isGood(const ProbeResult &result)
{
    return result.outcome == ProbeResult::Ok || result.outcome == ProbeResult::NoList;
}

} // namespace gatehouse
