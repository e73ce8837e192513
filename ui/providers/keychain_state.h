// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/credentials/secret_store.h"

#include <QObject>

namespace gatehouse {

//! How the keychain stands to one entry. The secret itself is never looked at.
class KeychainState final : public QObject
{
    Q_OBJECT

public:
    enum State {
        Asking,
        Stored,
        NotStored,   //!< the keychain is open, and has no such entry
        Locked,      //!< a person is to unlock it
        Missing,     //!< no keychain can be used here
        ThisSession, //!< kept in memory only
    };

    explicit KeychainState(SecretStore &store, QObject *parent = nullptr);

    //! Asks about \a entry, also once more; the answer comes later.
    void ask(const QString &entry);
    //! What the keychain answered otherwise, as when it was written to.
    void take(const SecretStore::Answer &answer);

    State state() const { return m_state; }
    //! Why it is locked or missing, in the keychain's words.
    const QString &message() const { return m_message; }
    const QString &entry() const { return m_entry; }

Q_SIGNALS:
    void changed();

private:
    void set(State state, const QString &message = {});

    SecretStore &m_store;
    QString m_entry;
    State m_state = Asking;
    QString m_message;
    quint64 m_question = 0; //!< tells the answers to earlier questions
};

} // namespace gatehouse
