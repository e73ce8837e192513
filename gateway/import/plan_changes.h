// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/import_plan.h"

namespace gatehouse {

//! Every place that \a after would call and \a now does not, or that a key would newly go to: hosts of
//! providers, proxies, the receiver of alerts. Those that a key could go to come first.
QList<ImportChange> hostChanges(const Config &now, const Config &after, const QList<ImportedKey> &keys);

//! What is added, changed or removed among providers, routes, clients and settings. \a keys are those that go
//! into the keychain.
QList<ImportChange> contentChanges(const Config &now, const Config &after, const QList<ImportedKey> &keys);

//! \a provider without what follows from its dialect, its preset and its address.
Provider comparable(Provider provider);

} // namespace gatehouse
