// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/edit_dialog.h"

#include "ui/widgets/ask.h"

namespace gatehouse {

void EditDialog::reject()
{
    if (isEdited() &&
        !ask(this, {tr("Drop what you changed?"), tr("It is not saved."), tr("&Drop")}).confirmed)
        return;
    QDialog::reject();
}

} // namespace gatehouse
