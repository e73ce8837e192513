// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace gatehouse {

//! The drawing `:/icons/NAME.svg` in the colour of the text around it: whatever is `currentColor` in it
//! follows the application's palette, also when that changes, at any size and scale.
QIcon tintedIcon(const QString &name);

//! The same drawing as pixmaps from 16 to 256 pixels, with \a ink for `currentColor`: for what takes no
//! drawing, such as a panel or a window manager.
QIcon pixmapIcon(const QString &name, const QColor &ink = Qt::black);

} // namespace gatehouse
