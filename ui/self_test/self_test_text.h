// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "gateway/status/capabilities.h"
#include "ui/theme/colors.h"

#include <QDateTime>
#include <QString>

namespace gatehouse {

//! What is tested, in a person's words.
QString featureName(Feature feature);

QString verdictText(FeatureResult::Verdict verdict);
Tone verdictTone(FeatureResult::Verdict verdict);
//! How long it took; empty where that is not known.
QString featureTime(const FeatureResult &result);

//! What the test would take, such as "10 requests, about 3,200 tokens, at most $0.0041".
QString estimateText(const SelfTestEstimate &estimate);

//! How many features work, do not, or could not be found out.
QString summaryText(const CapabilitySheet &sheet);
//! What follows from \a sheet for requests.
QString routingText(const CapabilitySheet &sheet);
//! When \a sheet was made, for \a provider as it is now.
QString sheetDateText(const CapabilitySheet &sheet, const Provider &provider);
//! All that \a sheets say of \a provider in one line, as seen at \a now; empty if that is nothing. Model
//! names come from outside.
QString testedLine(const QList<CapabilitySheet> &sheets, const Provider &provider, const QDateTime &now);

} // namespace gatehouse
