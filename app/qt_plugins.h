// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! Keeps Qt from loading any plugin but SQLite's driver. Qt HttpServer, when it is made, has Qt look for TLS,
//! which nothing in a program without a window speaks through Qt (libcurl does): OpenSSL would be set up for
//! it, at the cost of a megabyte and a part of the start. To be called before the first thread is started.
void loadOnlySqlPlugins();

} // namespace gatehouse
