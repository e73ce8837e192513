// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/stored_key.h"

#include "ui/providers/keychain_state.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/state_mark.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

StoredKey::StoredKey(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_keychain(new KeychainState(context.secrets, this))
    , m_mark(new StateMark(12))
    , m_text(new PlainLabel)
{
    m_text->setObjectName(u"storedText"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_mark);
    layout->addWidget(m_text, 1);
    const auto button = [&](const QString &text, const QString &name) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setAutoDefault(false);
        layout->addWidget(made);
        return made;
    };
    m_again = button(tr("Try a&gain"), u"askAgain"_s);
    connect(m_again, &QPushButton::clicked, this, [this] { m_keychain->ask(m_keychain->entry()); });
    connect(button(tr("&Replace…"), u"replaceKey"_s), &QPushButton::clicked, this,
            &StoredKey::replaceRequested);
    connect(button(tr("Remove &key"), u"removeKey"_s), &QPushButton::clicked, this,
            &StoredKey::removeRequested);
    connect(m_keychain, &KeychainState::changed, this, &StoredKey::refresh);
}

void StoredKey::setEntry(const QString &entry)
{
    if (entry != m_keychain->entry())
        m_keychain->ask(entry);
}

void StoredKey::refresh()
{
    const QString store = m_context.secrets.name();
    Tone tone = Tone::Warning;
    QString text;
    switch (m_keychain->state()) {
    case KeychainState::Asking:
        tone = Tone::Neutral;
        text = tr("Asking %1…").arg(store);
        break;
    case KeychainState::Stored:
        tone = Tone::Good;
        text = tr("Stored in %1.").arg(store);
        break;
    case KeychainState::NotStored:
        text = tr("No longer in %1: enter the key again.").arg(store);
        break;
    case KeychainState::Locked:
        text = tr("Locked: unlock %1, then try again. (%2)").arg(store, m_keychain->message());
        break;
    case KeychainState::Missing:
        text = tr("There is no keychain here that could hold it. (%1)").arg(m_keychain->message());
        break;
    case KeychainState::ThisSession:
        tone = Tone::Neutral;
        text = tr("Kept for this session only: it is gone when Gatehouse quits.");
        break;
    }
    m_mark->set(tone, {});
    m_text->setText(text);
    m_again->setVisible(m_keychain->state() == KeychainState::Locked ||
                        m_keychain->state() == KeychainState::Missing);
}

} // namespace gatehouse
