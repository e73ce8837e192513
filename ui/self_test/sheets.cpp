// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/self_test/sheets.h"

#include <algorithm>

namespace gatehouse {

const QList<Feature> &allFeatures()
{
    static const QList<Feature> all = {
        Feature::Text,
        Feature::Stream,
        Feature::StreamUsage,
        Feature::ParallelTools,
        Feature::ZeroArgumentTool,
        Feature::Image,
        Feature::StructuredOutput,
        Feature::Reasoning,
        Feature::LongToolName,
        Feature::StopReason,
    };
    return all;
}

QStringList testableModels(const Provider &provider)
{
    QStringList models;
    for (const ModelEntry &model : provider.models) {
        if (!model.id.contains(u'*') && !models.contains(model.id))
            models.append(model.id);
    }
    return models;
}

const CapabilitySheet *findSheet(const QList<CapabilitySheet> &sheets, const QString &provider,
                                 const QString &model)
{
    const auto it = std::find_if(sheets.cbegin(), sheets.cend(), [&](const CapabilitySheet &sheet) {
        return sheet.provider == provider && sheet.model == model;
    });
    return it == sheets.cend() ? nullptr : &*it;
}

QList<CapabilitySheet> sheetsOf(const QList<CapabilitySheet> &sheets, const QString &provider)
{
    QList<CapabilitySheet> mine;
    std::copy_if(sheets.cbegin(), sheets.cend(), std::back_inserter(mine),
                 [&](const CapabilitySheet &sheet) { return sheet.provider == provider; });
    std::stable_sort(mine.begin(), mine.end(), [](const CapabilitySheet &a, const CapabilitySheet &b) {
        return a.testedAtMs > b.testedAtMs;
    });
    return mine;
}

bool isOutdated(const CapabilitySheet &sheet, const Provider &provider)
{
    return sheet.baseUrl != provider.baseUrl;
}

int countOf(const CapabilitySheet &sheet, FeatureResult::Verdict verdict)
{
    return int(std::count_if(sheet.results.cbegin(), sheet.results.cend(),
                             [&](const FeatureResult &result) { return result.verdict == verdict; }));
}

} // namespace gatehouse
