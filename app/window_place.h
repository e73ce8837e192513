// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/main_window.h"

#include <optional>

class QDialog;

namespace gatehouse {

//! Where a person is in the window: what is to be the same in one that takes its place.
struct WindowPlace
{
    MainWindow::PageId page = MainWindow::Overview;
    int scrolled = 0;   //!< how far down the page
    QString focus = {}; //!< the object name of what has the focus; empty if that has none
    bool visible = false;
    std::optional<Config> settings = {}; //!< with what was typed there and not applied
};

WindowPlace placeOf(const MainWindow &window);
//! Shows \a window there, unless \a place was not visible.
void putTo(const WindowPlace &place, MainWindow &window);

//! A dialog of \a window that is open, or null.
QDialog *openDialogOf(const MainWindow &window);

} // namespace gatehouse
