// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/capabilities.h"

#include <QByteArray>

#include <optional>

namespace gatehouse {

//! `{"version": 1, "sheets": [{"provider", "model", "baseUrl", "testedAtMs", "results": {FEATURE: {"verdict",
//! "detail", "ms", "tokens"}}}]}`.
QByteArray capabilitiesJson(const QList<CapabilitySheet> &sheets);
//! None where \a json is no such text. Features and verdicts that are not known are left out, as are sheets
//! without a provider or a model.
std::optional<QList<CapabilitySheet>> parseCapabilities(const QByteArray &json);

//! What the file at \a path holds. One that cannot be read, is larger than 4 MiB or makes no sense is left as
//! it is, with one line in the log.
QList<CapabilitySheet> readCapabilities(const QString &path);
//! Replaces it at once, for its owner only; what goes wrong is logged.
void writeCapabilities(const QString &path, const QList<CapabilitySheet> &sheets);

//! \a now with what \a before knows and \a now could not find out: a test without a network teaches nothing.
CapabilitySheet withKnown(CapabilitySheet now, const CapabilitySheet &before);

} // namespace gatehouse
