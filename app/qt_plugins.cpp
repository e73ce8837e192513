// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qt_plugins.h"

#include <QCoreApplication>
#include <QSqlDatabase>

namespace gatehouse {

void loadOnlySqlPlugins()
{
    QSqlDatabase::drivers(); // finds what there is, and keeps to it; loads nothing yet
    QCoreApplication::setLibraryPaths({});
}

} // namespace gatehouse
