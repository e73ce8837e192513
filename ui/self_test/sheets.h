// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "gateway/status/capabilities.h"

#include <QStringList>

namespace gatehouse {

//! In the order in which they are asked.
const QList<Feature> &allFeatures();

//! The models of \a provider that can be asked by name: patterns are none.
QStringList testableModels(const Provider &provider);

//! The sheet of \a model, or null.
const CapabilitySheet *findSheet(const QList<CapabilitySheet> &sheets, const QString &provider,
                                 const QString &model);
//! The sheets of \a provider, newest first.
QList<CapabilitySheet> sheetsOf(const QList<CapabilitySheet> &sheets, const QString &provider);

//! Whether \a sheet was made at another address than \a provider has now: it then says nothing.
bool isOutdated(const CapabilitySheet &sheet, const Provider &provider);

//! How many features of \a sheet were found so.
int countOf(const CapabilitySheet &sheet, FeatureResult::Verdict verdict);

} // namespace gatehouse
