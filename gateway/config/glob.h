// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gatehouse {

//! Whether \a text matches \a glob, in which `*` stands for any number of characters.
bool globMatches(QByteArrayView glob, QByteArrayView text);

} // namespace gatehouse
