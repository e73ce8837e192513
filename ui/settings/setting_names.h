// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

namespace gatehouse {

//! The setting at the JSON path \a path as the page calls it; \a path where it has no name there.
QString settingName(const QString &path);

//! The errors of \a problems, a line each, with the setting's name on the page in the place of its JSON path.
QString settingProblems(const QList<Problem> &problems);

} // namespace gatehouse
