// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

namespace gatehouse {

//! The errors of \a problems, a line each, with the setting's name on the page in the place of its JSON path.
QString settingProblems(const QList<Problem> &problems);

} // namespace gatehouse
