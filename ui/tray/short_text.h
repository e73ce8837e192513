// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

//! \a text from outside as one short line: no control or direction characters, at most \a longest
//! characters, the rest as `…`.
QString shortText(const QString &text, qsizetype longest = 60);

//! The same for a notification. Some servers read markup in its text, others show it as it is; so what
//! markup is made of is replaced by characters that look alike.
QString noticeText(const QString &text, qsizetype longest = 160);

//! The same for an entry of a menu: an `&` is shown, not taken for a mnemonic.
QString menuText(const QString &text, qsizetype longest = 60);

} // namespace gatehouse
