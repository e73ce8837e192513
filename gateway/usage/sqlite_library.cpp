// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/sqlite_library.h"

#include <sqlite3.h>

namespace gatehouse {

void prepareSqlite()
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

bool isSqliteOfQt()
{
    // It can be set up until something is opened with it, and we open nothing through it ourselves.
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_MISUSE;
}

} // namespace gatehouse
