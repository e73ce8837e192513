// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace gatehouse {

//! A place for \a inner that scrolls where there is too little room, and else shows nothing of it.
QScrollArea *scrolled(QWidget *inner);

} // namespace gatehouse
