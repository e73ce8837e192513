// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/open_editor.h"

#include <QAbstractItemView>

namespace gatehouse {

void commitOpenEditor(const QWidget &form)
{
    const QWidget *field = form.focusWidget();
    if (!field || qobject_cast<const QAbstractItemView *>(field))
        return;
    for (QWidget *around = field->parentWidget(); around && around != &form;
         around = around->parentWidget()) {
        if (auto *view = qobject_cast<QAbstractItemView *>(around))
            return view->setFocus(); // an editor that loses the focus hands its text over
    }
}

} // namespace gatehouse
