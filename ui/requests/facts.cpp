// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/facts.h"

#include "ui/gateway_words.h"
#include "ui/requests/record_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct FactsWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Facts)
};

constexpr qsizetype longestValue = 1000;

QString providerText(const UsageRecord &record, const Config &config)
{
    const auto it = std::find_if(config.providers.begin(), config.providers.end(),
                                 [&](const Provider &provider) { return provider.id == record.provider; });
    const bool named = it != config.providers.end() && !it->name.isEmpty() && it->name != it->id;
    return named ? QString(it->name + u" ("_s + record.provider + u')') : record.provider;
}

QString dialectText(const UsageRecord &record)
{
    if (record.dialectOut.isEmpty() || record.dialectOut == record.dialectIn)
        return QString::fromUtf8(record.dialectIn);
    return QString::fromUtf8(record.dialectIn) + u" → "_s + QString::fromUtf8(record.dialectOut);
}

QString unknownCost(const UsageRecord &record)
{
    if (!record.tokens)
        return FactsWords::tr("Not known: no tokens were counted");
    if (record.tokensEstimated)
        return FactsWords::tr("Not known: the tokens are an estimate, because the provider told no usage");
    return FactsWords::tr("Not known: there is no price for this model");
}

} // namespace

QList<Fact> requestFacts(const UsageRecord &record, const Config &config)
{
    const QLocale locale;
    QList<Fact> facts;
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.append({name, oneLine(value, longestValue)});
    };
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(record.timeMs);
    add(FactsWords::tr("Request id"), QString::fromUtf8(record.requestId));
    add(FactsWords::tr("Time"), locale.toString(time, u"yyyy-MM-dd HH:mm:ss.zzz"_s));
    add(FactsWords::tr("Path"), QString::fromUtf8(record.path));
    add(FactsWords::tr("Client"), record.client);
    add(FactsWords::tr("Program"), record.program);
    add(FactsWords::tr("Model asked"), QString::fromUtf8(record.model));
    add(FactsWords::tr("Provider"), providerText(record, config));
    add(FactsWords::tr("Its model"), QString::fromUtf8(record.upstreamModel));
    add(FactsWords::tr("Format"), dialectText(record));
    add(FactsWords::tr("Streamed"), record.stream ? FactsWords::tr("Yes") : FactsWords::tr("No"));
    if (record.firstByteMs >= 0)
        add(FactsWords::tr("First byte"), durationText(record.firstByteMs));
    add(FactsWords::tr("Total time"), durationText(record.totalMs));
    add(FactsWords::tr("Of it in Gatehouse"), durationText(record.gatewayUs / 1000));
    add(FactsWords::tr("Size"),
        FactsWords::tr("%1 in, %2 out")
            .arg(locale.formattedDataSize(record.bytesIn), locale.formattedDataSize(record.bytesOut)));
    return facts;
}

QList<Fact> tokenFacts(const UsageRecord &record)
{
    const QLocale locale;
    QList<Fact> facts;
    if (record.tokens) {
        const TokenUsage &tokens = *record.tokens;
        const QString about = record.tokensEstimated ? u"≈ "_s : QString();
        const auto add = [&](const QString &name, qint64 count, bool always) {
            if (always || count > 0)
                facts.append({name, about + locale.toString(count)});
        };
        add(FactsWords::tr("Input tokens"), tokens.input, true);
        add(FactsWords::tr("of it read from the cache"), tokens.cached, false);
        add(FactsWords::tr("of it written to the cache"), tokens.cacheWrite, false);
        add(FactsWords::tr("Output tokens"), tokens.output, true);
        add(FactsWords::tr("of it reasoning"), tokens.reasoning, false);
    }
    facts.append({FactsWords::tr("Cost"), record.costUsd ? costText(record.costUsd) : unknownCost(record)});
    return facts;
}

QList<Fact> headerFacts(const UsageRecord &record)
{
    QList<Fact> facts;
    for (const QByteArray &raw : record.headers.split('\n')) {
        const QByteArray line = raw.trimmed();
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            facts.append({oneLine(line.left(colon)), oneLine(line.sliced(colon + 1), longestValue)});
    }
    return facts;
}

QString attemptTarget(const AttemptRecord &attempt)
{
    const QString target = attempt.upstreamModel.isEmpty()
                               ? attempt.provider
                               : QString(attempt.provider + u'/' + QString::fromUtf8(attempt.upstreamModel));
    return oneLine(target);
}

QString attemptResult(const AttemptRecord &attempt)
{
    QStringList parts;
    if (attempt.status > 0)
        parts.append(FactsWords::tr("status %1").arg(attempt.status));
    parts.append(durationText(attempt.milliseconds));
    if (attempt.sends > 1)
        parts.append(FactsWords::tr("sent %1 times").arg(attempt.sends));
    if (!attempt.code.isEmpty())
        parts.append(oneLine(attempt.code));
    QString text = parts.join(u" · "_s);
    if (!attempt.message.isEmpty())
        text += u'\n' + oneLine(gatewayWords(attempt.message), longestValue);
    return text;
}

} // namespace gatehouse
