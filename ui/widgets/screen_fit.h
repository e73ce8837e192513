// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace gatehouse {

//! The room that the screen of \a window has for what is in its frame.
QSize roomFor(const QWidget &window);

//! Makes \a window as large as \a wanted, or as its screen lets it be.
void resizeToFit(QWidget &window, const QSize &wanted);

} // namespace gatehouse
