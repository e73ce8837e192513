// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/key_transfer.h"

#include "gateway/config/key_reference.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace gatehouse {
namespace {

QString entryOf(const ImportedKey &key)
{
    return readKeyReference(key.reference).name;
}

} // namespace

KeyTransfer::KeyTransfer(SecretStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_busy(std::make_shared<int>(0))
{
}

KeyTransfer::~KeyTransfer()
{
    takeBack();
}

void KeyTransfer::begin(const QList<ImportedKey> &keys)
{
    m_waiting = keys;
    m_waiting.removeIf([this](const ImportedKey &key) { return isStored(key); });
    m_all = int(keys.size());
    m_running = true;
    Q_EMIT progressed(m_all - int(m_waiting.size()), m_all);
    next();
}

bool KeyTransfer::isStored(const ImportedKey &key) const
{
    return std::any_of(m_stored.cbegin(), m_stored.cend(),
                       [entry = entryOf(key)](const Before &before) { return before.entry == entry; });
}

void KeyTransfer::next()
{
    if (*m_busy > 0)
        return; // an entry is never written twice at the same time
    if (m_waiting.isEmpty())
        return end({});
    const QString entry = entryOf(m_waiting.first());
    const bool forSession = m_store.isKeptForSession(entry);
    m_store.read(entry,
                 [self = QPointer(this), run = m_run, entry, forSession](const SecretStore::Answer &answer) {
                     if (!self || self->m_run != run)
                         return;
                     if (answer.state == SecretStore::Answer::Found)
                         self->write({entry, answer.secret, forSession});
                     else if (answer.state == SecretStore::Answer::NotFound)
                         self->write({entry, std::nullopt, false});
                     else
                         self->refuse(answer);
                 });
}

std::function<void()> KeyTransfer::settled()
{
    return [self = QPointer(this), busy = m_busy] {
        if (--*busy == 0 && self && self->m_running)
            self->next();
    };
}

void KeyTransfer::write(const Before &before)
{
    ++*m_busy;
    const auto answered = [self = QPointer(this), run = m_run, store = &m_store, before, busy = m_busy,
                           settle = settled()](const SecretStore::Answer &answer) {
        const bool isIn = answer.state == SecretStore::Answer::Found;
        if (!self || self->m_run != run) // taken back meanwhile
            return isIn ? restore(*store, before, settle) : settle();
        if (!isIn) {
            --*busy;
            return self->refuse(answer);
        }
        self->m_stored.append(before);
        self->m_waiting.removeFirst();
        Q_EMIT self->progressed(self->m_all - int(self->m_waiting.size()), self->m_all);
        settle();
    };
    m_store.write(before.entry, m_waiting.first().secret, answered);
}

//! The others are not tried: each could ask a person to unlock the keychain once more.
void KeyTransfer::refuse(const SecretStore::Answer &answer)
{
    end(answer.message);
}

void KeyTransfer::end(const QString &reason)
{
    m_running = false;
    Q_EMIT finished(m_waiting, reason);
}

void KeyTransfer::takeBack()
{
    ++m_run;
    m_running = false;
    m_waiting.clear();
    for (const Before &before : std::exchange(m_stored, {})) {
        ++*m_busy;
        restore(m_store, before, settled());
    }
}

void KeyTransfer::keep()
{
    m_waiting.clear();
    m_stored.clear();
}

void KeyTransfer::restore(SecretStore &store, const Before &before, const std::function<void()> &done)
{
    const auto answered = [done](const SecretStore::Answer &) { done(); };
    if (!before.secret)
        return store.remove(before.entry, answered);
    if (!before.forSession)
        return store.write(before.entry, *before.secret, answered);
    store.remove(before.entry, [store = &store, before, done](const SecretStore::Answer &) {
        store->keepForSession(before.entry, *before.secret);
        done();
    });
}

} // namespace gatehouse
