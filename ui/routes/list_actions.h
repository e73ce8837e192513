// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <functional>

class QAction;
class QHBoxLayout;
class QWidget;

namespace gatehouse {

class Banner;
class Draft;

//! What is done to a list: an entry in its context menu, and a button of the same \a text in \a corner.
//! Unlike a tool button, that one keeps its mnemonic. \a name is the button's object name.
QAction *addListAction(QWidget &list, QHBoxLayout &corner, const QString &text, const QString &name,
                       std::function<void()> run);

//! Saves \a next, and clears \a banner or says there why it could not be done. Returns whether it was.
bool saveOrSay(Banner &banner, Draft &draft, const Config &next);

//! Tells in \a banner what the last save() of \a draft did, with a button that takes it back for as long as
//! that can be done.
void offerUndo(Banner &banner, Draft &draft, const QString &text);

} // namespace gatehouse
