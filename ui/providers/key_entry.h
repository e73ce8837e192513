// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace gatehouse {

class FieldNote;
class KeychainState;
class PlainLabel;
class SecretEdit;

//! A key that is typed in, or else comes from the environment: off by default, so that nobody puts a key
//! where a variable was meant.
class KeyEntry final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyEntry(const Context &context, QWidget *parent = nullptr);

    bool manual() const;
    void setManual(bool manual);
    //! What is typed; empty while it is not manual.
    QString typed() const;
    //! Whether it is to be kept in memory only, because there is no keychain.
    bool sessionOnly() const;

    //! Where the key comes from while it is not typed in.
    void setSource(const QString &text);
    //! The keychain entry that a typed key goes to.
    void setEntry(const QString &entry) { m_entry = entry; }
    void showProblem(const QString &text);
    KeychainState &keychain() const { return *m_keychain; }
    void wipe();

Q_SIGNALS:
    void changed();

private:
    void onToggled(bool manual);
    void refresh();
    QString placeText() const;

    Context m_context;
    QString m_entry;
    QString m_source;
    KeychainState *m_keychain;
    QCheckBox *m_manual;
    SecretEdit *m_field;
    QPushButton *m_reveal;
    PlainLabel *m_text;
    FieldNote *m_note;
    QCheckBox *m_session;
    QPushButton *m_again;
};

} // namespace gatehouse
