// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "gateway/credentials/secret_store.h"
#include "ui/context.h"
#include "ui/providers/key_choice.h"

#include <QWidget>

class QPushButton;

namespace gatehouse {

class KeyEntry;
class PlainLabel;
class StoredKey;

//! Where a provider's first key comes from; further ones stay as they are in the file.
class KeyField final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyField(const Context &context, QWidget *parent = nullptr);

    //! Begins with the keys that \a provider has.
    void begin(const Provider &provider);
    //! Begins with the usual keys of \a provider, whatever it had: it is another one than before.
    void beginAnew(const Provider &provider);
    //! Follows what is typed elsewhere: the id, the base URL.
    void follow(const Provider &provider);

    KeyChoice choice() const;
    //! Whether a key is typed, or the stored one is to be removed.
    bool isEdited() const;
    //! Why the choice cannot be saved; empty if it can.
    QString problem() const;
    void showProblem(const QString &text);
    //! The keychain has not taken the key.
    void showRefusal(const SecretStore::Answer &answer);
    void wipe();

Q_SIGNALS:
    void changed();

private:
    enum Way { AsItIs, Replacing, Removing };

    QString storedEntry() const;
    bool keepsStored() const;
    QStringList otherKeys() const;
    QStringList untypedKeys() const;
    QString entryForNew() const;
    void go(Way way);
    void refresh();
    QString sourceText() const;
    QString noticeText() const;

    Context m_context;
    Provider m_before;   //!< with the keys as they were
    Provider m_now;      //!< with the id and the base URL as they are in the form
    bool m_usual = true; //!< the usual keys, not those of m_before
    Way m_way = AsItIs;  //!< what is done with the stored key
    StoredKey *m_stored;
    KeyEntry *m_entry;
    PlainLabel *m_notice;
    QPushButton *m_back;
};

} // namespace gatehouse
