// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! Sets up the SQLite that we are linked with, before anybody opens a file with it. It keeps no account of
//! its memory, which costs two locks for each block and is asked for by nobody.
void prepareSqlite();

//! Whether Qt's driver, which has opened a file by now, uses the SQLite that we are linked with.
bool isSqliteOfQt();

} // namespace gatehouse
