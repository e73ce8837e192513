// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

namespace gatehouse {

//! Problems between and within values, whoever made them (a file or the window): ids, URLs,
//! references, literal keys, duplicates, header bytes, a listener beyond loopback without clients.
QList<Problem> check(const Config &config);

} // namespace gatehouse
