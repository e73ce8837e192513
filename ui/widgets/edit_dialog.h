// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace gatehouse {

//! A dialog in which something is edited: what was changed is not dropped without a question.
class EditDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

    //! Whether something stands here that would be lost.
    virtual bool isEdited() const = 0;
    //! Gives up; where something is edited, after a question.
    void reject() override;
};

} // namespace gatehouse
