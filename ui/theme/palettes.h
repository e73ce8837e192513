// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace gatehouse {

QPalette lightPalette();
QPalette darkPalette();

} // namespace gatehouse
