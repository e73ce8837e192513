// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/self_test/self_tester.h"
#include "ui/self_test/sheets.h"

#include <QStringList>

namespace gatehouse {

//! A gateway that answers when a test says so.
class FakeSelfTester final : public SelfTester
{
public:
    QList<CapabilitySheet> known;
    SelfTestEstimate would{10, 2400, 800, 0.0041};
    QStringList runs; //!< `PROVIDER/MODEL`
    QList<quint64> cancelled;

    const QList<CapabilitySheet> &sheets() const override { return known; }
    SelfTestEstimate estimate(const QString &, const QString &) const override { return would; }
    quint64 run(const QString &provider, const QString &model) override
    {
        runs.append(provider + QLatin1Char('/') + model);
        return number();
    }
    void cancel(quint64 number) override { cancelled.append(number); }

    //! Of the test that was begun last.
    quint64 number() const { return quint64(runs.size()); }
    void answer(Feature feature, const FeatureResult &result) { Q_EMIT answered(number(), feature, result); }
    void finish(const CapabilitySheet &sheet)
    {
        known = {sheet};
        Q_EMIT sheetsChanged();
        Q_EMIT finished(number(), sheet);
    }
};

//! A sheet on which all works but images.
inline CapabilitySheet sheetWithoutImages(const Provider &provider, const QString &model)
{
    CapabilitySheet sheet{provider.id, model, provider.baseUrl, 1'795'600'800'000, {}};
    for (const Feature feature : allFeatures())
        sheet.results.insert(feature, {FeatureResult::Works, {}, 812, 130});
    sheet.results[Feature::Image] = {FeatureResult::Fails,
                                     QStringLiteral("400: this model does not take images"), 210, 0};
    return sheet;
}

} // namespace gatehouse
