// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/base_url.h"
#include "gateway/config/checks.h"
#include "gateway/config/key_reference.h"
#include "gateway/config/words.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr std::chrono::seconds longestTimeout{86'400};
constexpr std::chrono::milliseconds longestDelay{600'000};
constexpr int mostAttempts = 20;

//! Why \a proxy is none, empty if it is one. No password: secrets do not stand in a configuration.
QString proxyProblem(const QString &proxy)
{
    if (proxy == "system"_L1 || proxy == "none"_L1)
        return {};
    const QUrl url(proxy, QUrl::StrictMode);
    const bool known = url.scheme() == "http"_L1 || url.scheme() == "socks5h"_L1;
    if (!url.isValid() || !known || url.host().isEmpty() || url.port() == 0)
        return ConfigWords::tr("must be `system`, `none`, http://host:port or socks5h://host:port");
    if (!url.userInfo().isEmpty())
        return ConfigWords::tr("must not hold a user name or a password");
    if (url.path().size() > 1 || url.hasQuery() || url.hasFragment())
        return ConfigWords::tr("must end after the port");
    const bool isAscii = std::all_of(proxy.cbegin(), proxy.cend(), [](QChar c) { return c < u'\x80'; });
    return isAscii ? hostSpellingProblem(proxy) : QString();
}

void checkTimes(const Provider &provider, Findings findings)
{
    const auto isTimeout = [](std::chrono::seconds time) {
        return time.count() >= 1 && time <= longestTimeout;
    };
    const QString range = ConfigWords::tr("must be from 1 to 86400");
    if (!isTimeout(provider.timeouts.connect))
        findings.error(u"timeouts/connectSeconds"_s, range);
    if (!isTimeout(provider.timeouts.firstByte))
        findings.error(u"timeouts/firstByteSeconds"_s, range);
    if (!isTimeout(provider.timeouts.idle))
        findings.error(u"timeouts/idleSeconds"_s, range);

    const Retry &retry = provider.retry;
    if (retry.attempts < 1 || retry.attempts > mostAttempts)
        findings.error(u"retry/attempts"_s, ConfigWords::tr("must be from 1 to %1").arg(mostAttempts));
    if (retry.baseDelay.count() < 0 || retry.baseDelay > longestDelay)
        findings.error(u"retry/baseDelayMs"_s, ConfigWords::tr("must be from 0 to 600000"));
    if (retry.maxDelay.count() < 0 || retry.maxDelay > longestDelay)
        findings.error(u"retry/maxDelayMs"_s, ConfigWords::tr("must be from 0 to 600000"));
    else if (retry.maxDelay < retry.baseDelay)
        findings.warning(u"retry/maxDelayMs"_s, ConfigWords::tr("is less than baseDelayMs"));
}

bool isTheListener(const Provider &provider, const Listener &listener)
{
    const QUrl url(provider.baseUrl);
    return url.port(url.scheme() == "http"_L1 ? 80 : 443) == listener.port && isLoopback(url.host());
}

} // namespace

void checkProvider(const Provider &provider, Findings findings)
{
    if (provider.id.isEmpty())
        findings.error(u"id"_s, ConfigWords::tr("is missing"));
    else if (!isProviderId(provider.id))
        findings.error(u"id"_s, ConfigWords::tr("must be 1 to 64 of: a-z 0-9 . _ -"));
    if (!isPlain(provider.name))
        findings.error(u"name"_s,
                       ConfigWords::tr("must be at most 256 characters, none of them a control character"));
    if (const QString problem = baseUrlProblem(provider.baseUrl); !problem.isEmpty())
        findings.error(u"baseUrl"_s, problem);
    else if (const QString endpoint = endpointIn(provider.baseUrl); !endpoint.isEmpty())
        findings.warning(u"baseUrl"_s,
                         ConfigWords::tr("should end before `%1`, which is added to it").arg(endpoint));
    checkApiKeys(provider, findings);
    checkHeaders(provider.headers, findings.below(u"headers"_s));
    checkModels(provider, findings.below(u"models"_s));
    checkLimits(provider.limits, findings.below(u"limits"_s));
    checkTimes(provider, findings);
    if (const QString problem = proxyProblem(provider.proxy); !problem.isEmpty())
        findings.error(u"proxy"_s, problem);
}

void checkProviders(const Config &config, Findings findings)
{
    QSet<QString> ids;
    for (qsizetype i = 0; i < config.providers.size(); ++i) {
        Findings here = findings.below(QString::number(i));
        const Provider &provider = config.providers[i];
        checkProvider(provider, here);
        if (ids.contains(provider.id) && !provider.id.isEmpty())
            here.error(u"id"_s, ConfigWords::tr("belongs to another provider already"));
        ids.insert(provider.id);
        if (isTheListener(provider, config.listener))
            here.warning(
                u"baseUrl"_s,
                ConfigWords::tr("is this gateway's own address: a request would go round in a circle"));
    }
}

} // namespace gatehouse
