// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <QDialog>

namespace gatehouse {

//! Shows what putting an earlier configuration back would change, and asks for it.
class RestoreDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a name is what a person calls the version \a kept.
    RestoreDialog(const QString &name, const Config &now, const Config &kept, QWidget *parent = nullptr);
};

} // namespace gatehouse
