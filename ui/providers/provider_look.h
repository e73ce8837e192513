// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "gateway/status/gateway_status.h"
#include "ui/context.h"
#include "ui/theme/colors.h"

#include <QString>

namespace gatehouse {

//! How a provider fares, as it is shown in a line.
struct ProviderLook
{
    Tone tone = Tone::Neutral;
    QString state; //!< with the reason, and while cooling the end of it; partly from outside
    bool cooling = false;
};

//! \a status may be null: nothing is known yet.
ProviderLook lookOf(const Provider &provider, const ProviderStatus *status);

//! Where the keys of \a provider come from, in a few words, such as `${OPENAI_API_KEY} (not set)`.
QString keySourceText(const Provider &provider, const Context &context);

} // namespace gatehouse
