// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace gatehouse {

//! What is said of the usage records, in the language of the window where there is one, else in English.
struct UsageWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::UsageStore)
};

} // namespace gatehouse
