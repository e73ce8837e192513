// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! Makes UTF-8 the encoding where nobody chose a language, as in a service: Qt would do so by itself, and put
//! four lines about it before the log. To be called before the application is made.
void preferUtf8();

} // namespace gatehouse
