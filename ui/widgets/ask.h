// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace gatehouse {

//! A question before something that hurts. All text is shown as plain text.
struct Question
{
    QString title;         //!< what is to happen, as a question
    QString text;          //!< what follows from it
    QString confirm;       //!< the button that does it, a verb
    QString option = {};   //!< a check box, such as "Remove the stored key too"; empty: none
    bool optionOn = false; //!< how it stands at first
};

struct Decision
{
    bool confirmed = false;
    bool option = false;
};

//! Asks with Cancel as the default.
Decision ask(QWidget *parent, const Question &question);

//! What to do when what a dialog edits has been changed in the file meanwhile.
enum class Conflict { KeepMine, TakeTheirs, GoOnEditing };
//! \a what names it, such as the provider.
Conflict askAboutConflict(QWidget *parent, const QString &what);

} // namespace gatehouse
