// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace gatehouse {

//! Puts what is being typed into a cell of a table in \a form into that table. A button that is pressed by
//! its mnemonic leaves the focus, and so the text, in the cell.
void commitOpenEditor(const QWidget &form);

} // namespace gatehouse
