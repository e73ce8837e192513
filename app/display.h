// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gatehouse {

//! The command line before there is an application object that knows it.
QStringList argumentsOf(int argc, char *argv[]);

//! Whether there is something to show a window on. Qt would end the process where there is none.
bool hasDisplay();

} // namespace gatehouse
