// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/secret_edit.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace gatehouse {
namespace {

bool isRefused(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo) ||
           event.matches(QKeySequence::Copy) || event.matches(QKeySequence::Cut) ||
           // These two copy what they delete.
           event.matches(QKeySequence::DeleteEndOfLine) || event.matches(QKeySequence::DeleteCompleteLine);
}

} // namespace

SecretEdit::SecretEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setDragEnabled(false);
    setCompleter(nullptr);
    setRevealed(false);
    // On X11 what is selected can be pasted elsewhere; Password mode keeps it back by itself.
    connect(this, &QLineEdit::selectionChanged, this, [this] {
        if (echoMode() == Normal && hasSelectedText())
            deselect();
    });
}

void SecretEdit::setRevealed(bool revealed)
{
    setEchoMode(revealed ? Normal : Password);
    // After setEchoMode(), which sets some of them itself.
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                        Qt::ImhNoAutoUppercase);
}

void SecretEdit::wipe()
{
    QString held = text();
    setText({});      // unlike clear(), which can be undone
    held.fill(u'\0'); // nobody else holds it now: this writes in place
}

bool SecretEdit::event(QEvent *event)
{
    // Asked before the key is pressed; taken as ours, an undo elsewhere does not get it either.
    if (event->type() == QEvent::ShortcutOverride && isRefused(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    if (!isRefused(*event))
        QLineEdit::keyPressEvent(event);
}

void SecretEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("&Paste"), this, &QLineEdit::paste);
    menu.addAction(tr("&Clear"), this, &SecretEdit::wipe);
    menu.exec(event->globalPos());
}

} // namespace gatehouse
