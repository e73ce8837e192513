// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace gatehouse {

//! What is said of a configuration, in the language of the window where there is one, else in English. Not
//! for what API clients are told.
struct ConfigWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Config)
};

} // namespace gatehouse
