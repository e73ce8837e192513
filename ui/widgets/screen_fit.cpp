// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/screen_fit.h"

#include <QScreen>
#include <QStyle>
#include <QWidget>

namespace gatehouse {

QSize roomFor(const QWidget &window)
{
    // The frame is not known before the window is shown.
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
    return window.screen()->availableSize() - QSize(0, title + 4);
}

void resizeToFit(QWidget &window, const QSize &wanted)
{
    window.resize(wanted.boundedTo(roomFor(window)));
}

} // namespace gatehouse
