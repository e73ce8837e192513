// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/keychain_state.h"
#include "ui/gateway_words.h"

#include <QPointer>

namespace gatehouse {

KeychainState::KeychainState(SecretStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void KeychainState::ask(const QString &entry)
{
    m_entry = entry;
    const quint64 question = ++m_question;
    if (m_store.isKeptForSession(entry))
        return set(ThisSession);
    set(Asking);
    m_store.read(entry, [self = QPointer(this), question](const SecretStore::Answer &answer) {
        if (self && self->m_question == question)
            self->take(answer);
    });
}

void KeychainState::take(const SecretStore::Answer &answer)
{
    ++m_question;
    switch (answer.state) {
    case SecretStore::Answer::Found:
        return set(m_store.isKeptForSession(m_entry) ? ThisSession : Stored);
    case SecretStore::Answer::NotFound:
        return set(NotStored);
    case SecretStore::Answer::Locked:
        return set(Locked, gatewayWords(answer.message));
    case SecretStore::Answer::Unavailable:
        return set(Missing, gatewayWords(answer.message));
    }
}

void KeychainState::set(State state, const QString &message)
{
    m_state = state;
    m_message = message;
    Q_EMIT changed();
}

} // namespace gatehouse
