// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! curl_global_init() with memory whose first 8 KiB a block are overwritten before it is given back: libcurl
//! copies each request's header there, with the key in it. What TLS libraries copy is their own.
void initCurl();

} // namespace gatehouse
