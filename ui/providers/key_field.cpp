// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/key_field.h"

#include "gateway/config/key_reference.h"
#include "gateway/credentials/secrets.h"
#include "ui/draft.h"
#include "ui/gateway_words.h"
#include "ui/providers/key_entry.h"
#include "ui/providers/key_references.h"
#include "ui/providers/keychain_state.h"
#include "ui/providers/stored_key.h"
#include "ui/widgets/plain_label.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

KeyField::KeyField(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_stored(new StoredKey(context))
    , m_entry(new KeyEntry(context))
    , m_notice(new PlainLabel)
    , m_back(new QPushButton(tr("&Back to the stored key")))
{
    m_notice->setObjectName(u"keyNotice"_s);
    m_back->setObjectName(u"keepKey"_s);
    m_back->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_stored);
    layout->addWidget(m_entry);
    layout->addWidget(m_notice);
    layout->addWidget(m_back, 0, Qt::AlignLeft);
    connect(m_stored, &StoredKey::replaceRequested, this, [this] { go(Replacing); });
    connect(m_stored, &StoredKey::removeRequested, this, [this] { go(Removing); });
    connect(m_back, &QPushButton::clicked, this, [this] { go(AsItIs); });
    connect(m_entry, &KeyEntry::changed, this, &KeyField::changed);
    connect(&context.draft, &Draft::changed, this, &KeyField::refresh); // a variable may be set now
}

void KeyField::begin(const Provider &provider)
{
    m_before = provider;
    m_now = provider;
    m_usual = false;
    go(AsItIs);
}

void KeyField::beginAnew(const Provider &provider)
{
    m_now = provider;
    m_usual = true;
    go(AsItIs);
}

void KeyField::follow(const Provider &provider)
{
    m_now.id = provider.id;
    m_now.baseUrl = provider.baseUrl;
    refresh();
}

void KeyField::go(Way way)
{
    m_way = way;
    m_entry->setManual(false);
    refresh();
    if (way == Replacing)
        m_entry->setManual(true);
    Q_EMIT changed();
}

//! The keychain entry of the first key, if that may be sent to the host as it is now.
QString KeyField::storedEntry() const
{
    return m_usual || m_before.apiKeys.isEmpty() ? QString() : ownEntry(m_now, m_before.apiKeys.first());
}

bool KeyField::keepsStored() const
{
    return m_way == AsItIs && !storedEntry().isEmpty();
}

//! The keys after the first, without those that were stored for a host that has been changed here.
QStringList KeyField::otherKeys() const
{
    if (m_usual)
        return {};
    QStringList keys = m_before.apiKeys.mid(1);
    if (keyHost(m_now) != keyHost(m_before)) {
        keys.removeIf(
            [](const QString &key) { return readKeyReference(key).kind == KeyReference::Keychain; });
    }
    return keys;
}

//! What stands in the place of the first key when none is typed and none is stored.
QStringList KeyField::untypedKeys() const
{
    if (m_usual)
        return usualKeys(m_now, m_context.draft.environment());
    if (m_before.apiKeys.isEmpty())
        return {};
    if (readKeyReference(m_before.apiKeys.first()).kind == KeyReference::Variable)
        return m_before.apiKeys.first(1);
    return otherKeys().isEmpty() ? usualKeys(m_now, m_context.draft.environment()) : QStringList();
}

//! Replaces the stored one in its place, unless another provider uses that too.
QString KeyField::entryForNew() const
{
    const QString &id = m_before.id;
    const QString stored = storedEntry();
    if (!stored.isEmpty() && !isUsedElsewhere(m_context.draft.config(), id, stored))
        return stored;
    Provider rest = m_now;
    rest.apiKeys = otherKeys();
    return freeEntry(rest, m_context.draft.config(), id);
}

KeyChoice KeyField::choice() const
{
    if (keepsStored())
        return {m_before.apiKeys.first(1) + otherKeys()};
    if (m_entry->manual()) {
        const QString entry = entryForNew();
        return {QStringList(u"keychain:"_s + entry) + otherKeys(), m_entry->typed().toUtf8(), entry,
                m_entry->sessionOnly()};
    }
    KeyChoice choice{untypedKeys() + otherKeys()};
    const QString stored = storedEntry();
    if (m_way == Removing && !isUsedElsewhere(m_context.draft.config(), m_before.id, stored) &&
        !choice.references.contains(QString(u"keychain:"_s + stored)))
        choice.dropped = {stored};
    return choice;
}

bool KeyField::isEdited() const
{
    return !m_entry->typed().isEmpty() || m_way == Removing;
}

QString KeyField::problem() const
{
    return !keepsStored() && m_entry->manual() ? typedKeyProblem(m_entry->typed()) : QString();
}

void KeyField::showProblem(const QString &text)
{
    m_entry->showProblem(text);
}

void KeyField::showRefusal(const SecretStore::Answer &answer)
{
    m_entry->keychain().take(answer);
    m_entry->showProblem(
        tr("The key was not stored, and nothing was saved. (%1)").arg(gatewayWords(answer.message)));
}

void KeyField::wipe()
{
    m_entry->wipe();
}

void KeyField::refresh()
{
    const QString stored = storedEntry();
    const bool shown = keepsStored();
    m_stored->setVisible(shown);
    m_entry->setVisible(!shown);
    m_back->setVisible(!shown && !stored.isEmpty());
    if (shown)
        m_stored->setEntry(stored);
    m_entry->setEntry(entryForNew());
    m_entry->setSource(sourceText());
    const QString notice = noticeText();
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

QString KeyField::sourceText() const
{
    const QStringList keys = untypedKeys();
    const QString variable = usualVariable(m_now);
    if (keys.isEmpty() && !otherKeys().isEmpty())
        return tr("The other keys in the file are used.");
    if (keys.isEmpty()) {
        const bool mayBeSet = m_usual && !variable.isEmpty();
        return mayBeSet
                   ? tr("No key is sent: this provider needs none, and ${%1} is not set now.").arg(variable)
                   : tr("No key is sent.");
    }
    const QString name = readKeyReference(keys.first()).name;
    return m_context.draft.environment().value(name).isEmpty()
               ? tr("The key is taken from ${%1}, which is not set now. Set that variable, or enter the key "
                    "here.")
                     .arg(name)
               : tr("The key is taken from ${%1}, which is set now.").arg(name);
}

QString KeyField::noticeText() const
{
    QStringList parts;
    if (!m_usual && !m_before.apiKeys.isEmpty()) {
        const KeyReference first = readKeyReference(m_before.apiKeys.first());
        if (first.kind == KeyReference::Keychain && first.host != keyHost(m_now))
            parts.append(tr("The stored key is for %1 and is not sent anywhere else. For another host, enter "
                            "its key.")
                             .arg(first.host));
    }
    if (m_way == Removing && !m_entry->manual())
        parts.append(tr("The stored key is removed when you save."));
    if (const int more = int(otherKeys().size()); more > 0)
        parts.append(tr("And %n more key(s) in the file.", nullptr, more));
    return parts.join(u'\n');
}

} // namespace gatehouse
