// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connect/change_dialog.h"

namespace gatehouse {

//! What a ChangeDialog is opened for, with what else follows from it. \a setup has to outlive the dialog.

//! Sets \a app up with \a access.
ChangeDialog::Deed setUpDeed(AppSetup &setup, const ConnectableApp &app, const Access &access);
//! Puts back what setting \a app up changed.
ChangeDialog::Deed undoDeed(AppSetup &setup, const ConnectableApp &app);
//! Sets up anew what asks another address, or with a key that is not taken.
ChangeDialog::Deed updateDeed(AppSetup &setup);

} // namespace gatehouse
