// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/explain.h"

#include "ui/gateway_words.h"
#include "ui/requests/causes.h"
#include "ui/requests/record_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct ExplainWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Explain)
};

//! A failure, with what stands around it.
struct Case
{
    const UsageRecord &record;
    const Config &config;
    const AttemptRecord *attempt = nullptr; //!< the one that decided; null if none did
    QString words = {};                     //!< all that was said, in lower case
};

//! The last attempt that ended as the whole request did.
const AttemptRecord *decidingAttempt(const UsageRecord &record)
{
    const auto it = std::find_if(record.attempts.crbegin(), record.attempts.crend(),
                                 [&](const AttemptRecord &a) { return a.code == record.errorCode; });
    return it == record.attempts.crend() ? nullptr : &*it;
}

bool saysOneOf(const QString &text, const char *words)
{
    const QStringList list = QString::fromUtf8(words).split(u'|');
    return std::any_of(list.begin(), list.end(), [&](const QString &word) { return text.contains(word); });
}

bool fits(const Cause &cause, const Case &failure)
{
    if (!namesCode(cause, failure.record.errorCode))
        return false;
    switch (cause.sight) {
    case Cause::Always:
        break;
    case Cause::ToldByProvider:
        if (!failure.attempt)
            return false;
        break;
    case Cause::BrokenOff:
        if (!failure.record.partial)
            return false;
        break;
    case Cause::BeforeAnswer:
        if (failure.record.firstByteMs >= 0 || failure.record.bytesOut > 0)
            return false;
        break;
    }
    return !cause.words || saysOneOf(failure.words, cause.words);
}

const Provider *findProvider(const Config &config, const QString &id)
{
    const auto it = std::find_if(config.providers.begin(), config.providers.end(),
                                 [&](const Provider &provider) { return provider.id == id; });
    return it == config.providers.end() ? nullptr : &*it;
}

//! Whose fault it was: who is named in the message, else who was asked.
QString providerAtFault(const Case &failure)
{
    if (failure.attempt)
        return failure.attempt->provider;
    for (const Provider &provider : failure.config.providers) {
        if (failure.record.message.contains(u'\'' + provider.id + u'\''))
            return provider.id;
    }
    return failure.record.provider;
}

QString nameOf(const Config &config, const QString &id)
{
    const Provider *provider = findProvider(config, id);
    if (provider && !provider->name.isEmpty())
        return oneLine(provider->name);
    return id.isEmpty() ? ExplainWords::tr("the provider") : oneLine(id);
}

//! %1, %2 and %3 at once: what takes their place may hold such marks itself.
QString filled(const QString &sentence, const QStringList &values)
{
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int place = sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : 0;
        if (place < 1 || place > values.size()) {
            text += sentence[i];
            continue;
        }
        text += values[place - 1];
        ++i;
    }
    if (values.first() == ExplainWords::tr("the provider"))
        text[0] = text[0].toUpper();
    return text;
}

QString quoted(const QString &text)
{
    return text.isEmpty() ? ExplainWords::tr("(none)") : QString(u'“' + text + u'”');
}

QString evidenceOf(const Case &failure, const QString &message)
{
    const UsageRecord &record = failure.record;
    QStringList lines;
    if (!message.isEmpty())
        lines.append(message);
    if (failure.attempt && !failure.attempt->words.isEmpty())
        lines.append(ExplainWords::tr("The provider said: “%1”").arg(oneLine(failure.attempt->words, 400)));
    if (record.attempts.size() > 1)
        lines.append(ExplainWords::tr("%1 attempts were made.").arg(record.attempts.size()));
    lines.append(record.errorCode.isEmpty()
                     ? ExplainWords::tr("Status %1").arg(record.status)
                     : ExplainWords::tr("Status %1, code %2")
                           .arg(QString::number(record.status), oneLine(record.errorCode)));
    return lines.join(u'\n');
}

//! What is set now, where that is what is to be changed.
QString settingOf(Remedy remedy, const Provider &provider, bool brokenOff)
{
    if (remedy == Remedy::OpenProxySettings)
        return ExplainWords::tr("Proxy set for it: %1").arg(oneLine(provider.proxy));
    if (remedy == Remedy::EditAddress)
        return ExplainWords::tr("Address set for it: %1").arg(oneLine(provider.baseUrl));
    if (remedy != Remedy::RaiseTimeout)
        return {};
    const auto limit = brokenOff ? provider.timeouts.idle : provider.timeouts.firstByte;
    return ExplainWords::tr("Time-out set for it: %1 s").arg(limit.count());
}

bool isAboutProvider(Remedy remedy)
{
    switch (remedy) {
    case Remedy::EditKey:
    case Remedy::EditAddress:
    case Remedy::EditLimits:
    case Remedy::RaiseTimeout:
    case Remedy::OpenProxySettings:
    case Remedy::TryProviderNow:
        return true;
    default:
        return false;
    }
}

void aim(Explanation &explanation, const Case &failure, const QString &providerId)
{
    if (explanation.remedy == Remedy::EditClient || explanation.remedy == Remedy::EditBudget) {
        const auto &clients = failure.config.clients;
        const auto it = std::find_if(clients.begin(), clients.end(),
                                     [&](const Client &c) { return c.name == failure.record.client; });
        const bool own = it != clients.end() && (explanation.remedy == Remedy::EditClient ||
                                                 failure.record.message.contains(u'\'' + it->name + u'\''));
        explanation.target = own ? it->name : QString();
    }
    if (!isAboutProvider(explanation.remedy))
        return;
    const Provider *provider = findProvider(failure.config, providerId);
    if (!provider) {
        if (explanation.remedy != Remedy::TryProviderNow || !providerId.isEmpty()) {
            explanation.remedy = Remedy::None;
            explanation.evidence += u'\n' + ExplainWords::tr("That provider is not set up any more.");
        }
        return;
    }
    explanation.target = providerId;
    if (const QString line = settingOf(explanation.remedy, *provider, failure.record.partial);
        !line.isEmpty())
        explanation.evidence += u'\n' + line;
}

} // namespace

QString unknownCause()
{
    return ExplainWords::tr("The request failed, for a reason that Gatehouse has no plain words for.");
}

Explanation explain(const UsageRecord &record, const Config &config)
{
    Case failure{record, config, decidingAttempt(record)};
    const QString message =
        failure.attempt && !failure.attempt->message.isEmpty() ? failure.attempt->message : record.message;
    const QString told = failure.attempt ? failure.attempt->words : QString();
    failure.words = QString(message + u'\n' + record.message + u'\n' + told).toLower();
    const QString providerId = providerAtFault(failure);
    const QByteArray &model = record.upstreamModel.isEmpty() ? record.model : record.upstreamModel;

    Explanation explanation;
    explanation.evidence = evidenceOf(failure, oneLine(gatewayWords(message), 400));
    const std::span<const Cause> all = causes();
    const auto it = std::find_if(all.begin(), all.end(), [&](const Cause &c) { return fits(c, failure); });
    if (it != all.end()) {
        explanation.cause = filled(sentenceOf(*it), {nameOf(config, providerId), quoted(oneLine(model, 80)),
                                                     quoted(oneLine(record.client, 80))});
        explanation.remedy = it->remedy;
    } else if (record.partial) {
        explanation.cause =
            filled(ExplainWords::tr("The answer of %1 broke off."), {nameOf(config, providerId)});
        explanation.remedy = Remedy::TryProviderNow;
    } else {
        explanation.cause = unknownCause();
    }
    aim(explanation, failure, providerId);
    return explanation;
}

} // namespace gatehouse
