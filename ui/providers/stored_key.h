// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QPushButton;

namespace gatehouse {

class KeychainState;
class PlainLabel;
class StateMark;

//! A key that is in the keychain: never shown again, only replaced or removed.
class StoredKey final : public QWidget
{
    Q_OBJECT

public:
    explicit StoredKey(const Context &context, QWidget *parent = nullptr);

    //! Asks the keychain about it where it is another entry than before.
    void setEntry(const QString &entry);

Q_SIGNALS:
    void replaceRequested();
    void removeRequested();

private:
    void refresh();

    Context m_context;
    KeychainState *m_keychain;
    StateMark *m_mark;
    PlainLabel *m_text;
    QPushButton *m_again;
};

} // namespace gatehouse
