// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/self_test/self_test_text.h"

#include "ui/money/usd.h"
#include "ui/self_test/sheets.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct SelfTestWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::SelfTest)
};

QString dayText(qint64 ms, const QDateTime &now)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms).date();
    if (day.year() != now.date().year())
        return QLocale().toString(day, QLocale::ShortFormat);
    return QLocale().toString(
        day, SelfTestWords::tr("d MMM", "a day of this year, as QDate::toString() takes it"));
}

//! Verdicts as "7 of 10 work; 2 unknown; no images".
QString shortSummary(const CapabilitySheet &sheet)
{
    const int works = countOf(sheet, FeatureResult::Works);
    QStringList parts{SelfTestWords::tr("%1 of %n work", nullptr, int(sheet.results.size()))
                          .arg(QLocale().toString(works))};
    if (const int unknown = countOf(sheet, FeatureResult::Unknown))
        parts.append(SelfTestWords::tr("%n unknown", nullptr, unknown));
    if (sheet.results.contains(Feature::Image) &&
        sheet.results[Feature::Image].verdict == FeatureResult::Fails)
        parts.append(SelfTestWords::tr("no images"));
    return parts.join(SelfTestWords::tr("; ", "between results"));
}

} // namespace

QString featureName(Feature feature)
{
    switch (feature) {
    case Feature::Text:
        return SelfTestWords::tr("Text");
    case Feature::Stream:
        return SelfTestWords::tr("Streaming");
    case Feature::StreamUsage:
        return SelfTestWords::tr("Token figures in a stream");
    case Feature::ParallelTools:
        return SelfTestWords::tr("Two tool calls at once");
    case Feature::ZeroArgumentTool:
        return SelfTestWords::tr("Tools without arguments");
    case Feature::Image:
        return SelfTestWords::tr("Images");
    case Feature::StructuredOutput:
        return SelfTestWords::tr("Structured output");
    case Feature::Reasoning:
        return SelfTestWords::tr("Reasoning");
    case Feature::LongToolName:
        return SelfTestWords::tr("Long tool names");
    case Feature::StopReason:
        return SelfTestWords::tr("Tells why it stopped");
    }
    return {};
}

QString verdictText(FeatureResult::Verdict verdict)
{
    switch (verdict) {
    case FeatureResult::Works:
        return SelfTestWords::tr("Works");
    case FeatureResult::Fails:
        return SelfTestWords::tr("Does not work");
    case FeatureResult::Unknown:
        break;
    }
    return SelfTestWords::tr("Could not be found out");
}

Tone verdictTone(FeatureResult::Verdict verdict)
{
    if (verdict == FeatureResult::Works)
        return Tone::Good;
    return verdict == FeatureResult::Fails ? Tone::Bad : Tone::Warning;
}

QString featureTime(const FeatureResult &result)
{
    constexpr double second = 1000;
    if (!std::isfinite(result.ms) || result.ms <= 0)
        return {};
    if (result.ms < second)
        return SelfTestWords::tr("%1 ms").arg(QLocale().toString(result.ms, 'f', 0));
    return SelfTestWords::tr("%1 s").arg(QLocale().toString(result.ms / second, 'f', 1));
}

QString estimateText(const SelfTestEstimate &estimate)
{
    const QLocale locale;
    const QString requests = SelfTestWords::tr("%n request(s)", nullptr, estimate.requests);
    const QString tokens = SelfTestWords::tr("about %1 tokens")
                               .arg(locale.toString(estimate.inputTokens + estimate.outputTokens));
    QString cost = SelfTestWords::tr("cost unknown: no price is known for this model");
    if (estimate.usd && *estimate.usd <= 0)
        cost = SelfTestWords::tr("costs nothing");
    else if (estimate.usd)
        cost = SelfTestWords::tr("at most %1").arg(usdText(*estimate.usd));
    return SelfTestWords::tr("%1, %2, %3", "requests, tokens, cost").arg(requests, tokens, cost);
}

QString summaryText(const CapabilitySheet &sheet)
{
    const int unknown = countOf(sheet, FeatureResult::Unknown);
    if (unknown == sheet.results.size())
        return SelfTestWords::tr("Nothing could be found out.");
    const int fails = countOf(sheet, FeatureResult::Fails);
    const QString works = QLocale().toString(countOf(sheet, FeatureResult::Works));
    QStringList parts{
        SelfTestWords::tr("%1 of %n feature(s) work.", nullptr, int(sheet.results.size())).arg(works)};
    if (fails > 0)
        parts.append(SelfTestWords::tr("%n do(es) not.", nullptr, fails));
    if (unknown > 0)
        parts.append(SelfTestWords::tr("%n could not be found out.", nullptr, unknown));
    return parts.join(u' ');
}

QString routingText(const CapabilitySheet &sheet)
{
    const FeatureResult image = sheet.results.value(Feature::Image);
    switch (image.verdict) {
    case FeatureResult::Fails:
        return SelfTestWords::tr("Requests with images pass over this model.");
    case FeatureResult::Works:
        return SelfTestWords::tr("Requests with images may go to this model.");
    case FeatureResult::Unknown:
        break;
    }
    return SelfTestWords::tr(
        "Requests with images still go to this model: whether it takes them is not known.");
}

QString sheetDateText(const CapabilitySheet &sheet, const Provider &provider)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(sheet.testedAtMs);
    const QString when = QLocale().toString(time, QLocale::ShortFormat);
    if (isOutdated(sheet, provider))
        return SelfTestWords::tr(
                   "Outdated: tested %1 at another address, %2. It says nothing about this provider now.")
            .arg(when, sheet.baseUrl);
    return SelfTestWords::tr("Tested %1.").arg(when);
}

QString testedLine(const QList<CapabilitySheet> &sheets, const Provider &provider, const QDateTime &now)
{
    const QList<CapabilitySheet> mine = sheetsOf(sheets, provider.id);
    if (mine.isEmpty())
        return {};
    const CapabilitySheet &newest = mine.first();
    const QString what = isOutdated(newest, provider)
                             ? SelfTestWords::tr("outdated, it was at another address")
                             : shortSummary(newest);
    // Together, as a model may be called "%1".
    QString line = SelfTestWords::tr("Tested %1: %2 (%3)", "day, result, model")
                       .arg(dayText(newest.testedAtMs, now), what, newest.model.simplified());
    if (const int more = int(mine.size()) - 1)
        line += u" · "_s + SelfTestWords::tr("%n more model(s) tested", nullptr, more);
    return line;
}

} // namespace gatehouse
