// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_place.h"

#include "ui/settings/settings_page.h"

#include <QDialog>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace gatehouse {
namespace {

//! Of the page that is shown; null if that does not scroll.
QScrollBar *scrollBarOf(const MainWindow &window)
{
    const QList<QScrollArea *> areas = window.findChildren<QScrollArea *>();
    const auto it = std::find_if(areas.cbegin(), areas.cend(),
                                 [&](const QScrollArea *area) { return area->isVisibleTo(&window); });
    return it == areas.cend() ? nullptr : (*it)->verticalScrollBar();
}

} // namespace

WindowPlace placeOf(const MainWindow &window)
{
    WindowPlace place{.page = window.page(), .visible = window.isVisible()};
    if (const QScrollBar *bar = scrollBarOf(window))
        place.scrolled = bar->value();
    if (const QWidget *focus = window.focusWidget())
        place.focus = focus->objectName();
    if (window.settings() && window.settings()->isEdited())
        place.settings = window.settings()->typed();
    return place;
}

void putTo(const WindowPlace &place, MainWindow &window)
{
    if (place.settings) {
        window.showPage(MainWindow::Settings);
        window.settings()->type(*place.settings);
    }
    window.showPage(place.page);
    if (!place.visible)
        return;
    window.show();
    window.activateWindow();
    // The page has its size, and so can be scrolled, once the window was laid out.
    QTimer::singleShot(0, &window, [place, &window] {
        auto *focus = place.focus.isEmpty() ? nullptr : window.findChild<QWidget *>(place.focus);
        if (focus)
            focus->setFocus();
        if (QScrollBar *bar = scrollBarOf(window))
            bar->setValue(place.scrolled);
    });
}

QDialog *openDialogOf(const MainWindow &window)
{
    const QList<QDialog *> dialogs = window.findChildren<QDialog *>();
    const auto it = std::find_if(dialogs.cbegin(), dialogs.cend(),
                                 [](const QDialog *dialog) { return dialog->isVisible(); });
    return it == dialogs.cend() ? nullptr : *it;
}

} // namespace gatehouse
