// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QString>

namespace gatehouse {

//! Whether \a header carries, or may well carry, a secret: by its name (`Authorization`, `X-Auth-Token`), or
//! by the form of its value.
bool mayHoldSecret(const ExtraHeader &header);

//! \a url of a provider or a proxy without user name, password, query and fragment. Empty where it cannot be
//! said what of it is a password.
QString withoutCredentials(const QString &url);

//! \a text with `…` in the place of whatever has the form of a key.
QString withoutKeyShapes(const QString &text);

} // namespace gatehouse
