// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

//! What the gateway said, in the language of the window. It says the same to API clients, who read English;
//! what has no translation stays as it is.
QString gatewayWords(const QString &said);

} // namespace gatehouse
