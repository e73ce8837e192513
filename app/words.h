// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace gatehouse {

//! What both programs say of their files and of listening: in the language of the window where there is one,
//! else in English.
struct AppWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::App)
};

} // namespace gatehouse
