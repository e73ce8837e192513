// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace gatehouse {

//! The sentences of this folder, in the person's language.
struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ImportText)
};

} // namespace gatehouse
