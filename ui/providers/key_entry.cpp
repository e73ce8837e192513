// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/key_entry.h"

#include "ui/providers/field_note.h"
#include "ui/providers/keychain_state.h"
#include "ui/providers/secret_edit.h"
#include "ui/widgets/plain_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

KeyEntry::KeyEntry(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_keychain(new KeychainState(context.secrets, this))
    , m_manual(new QCheckBox(tr("Enter API key &manually")))
    , m_field(new SecretEdit)
    , m_reveal(new QPushButton(tr("Sho&w")))
    , m_text(new PlainLabel({}, PlainLabel::Muted))
    , m_note(new FieldNote)
    , m_session(new QCheckBox(tr("K&eep it for this session only")))
    , m_again(new QPushButton(tr("Try a&gain")))
{
    m_manual->setObjectName(u"manualKey"_s);
    m_field->setObjectName(u"key"_s);
    m_field->setAccessibleName(tr("API key"));
    m_reveal->setObjectName(u"revealKey"_s);
    m_reveal->setCheckable(true);
    m_reveal->setAutoDefault(false);
    m_text->setObjectName(u"keyText"_s);
    m_note->setObjectName(u"keyNote"_s);
    m_session->setObjectName(u"sessionKey"_s);
    m_again->setObjectName(u"askKeychain"_s);
    m_again->setAutoDefault(false);

    auto *row = new QHBoxLayout;
    row->addWidget(m_field, 1);
    row->addWidget(m_reveal);
    auto *place = new QHBoxLayout;
    place->addWidget(m_text, 1);
    place->addWidget(m_again, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_manual);
    layout->addLayout(row);
    layout->addWidget(m_note);
    layout->addLayout(place);
    layout->addWidget(m_session);

    connect(m_manual, &QCheckBox::toggled, this, &KeyEntry::onToggled);
    connect(m_reveal, &QPushButton::toggled, m_field, &SecretEdit::setRevealed);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        m_note->say({});
        Q_EMIT changed();
    });
    connect(m_again, &QPushButton::clicked, this, [this] { m_keychain->ask(m_entry); });
    connect(m_keychain, &KeychainState::changed, this, &KeyEntry::refresh);
    refresh();
}

bool KeyEntry::manual() const
{
    return m_manual->isChecked();
}

void KeyEntry::setManual(bool manual)
{
    m_manual->setChecked(manual);
}

QString KeyEntry::typed() const
{
    return manual() ? m_field->text() : QString();
}

bool KeyEntry::sessionOnly() const
{
    return manual() && m_keychain->state() == KeychainState::Missing && m_session->isChecked();
}

void KeyEntry::setSource(const QString &text)
{
    m_source = text;
    refresh();
}

void KeyEntry::showProblem(const QString &text)
{
    m_note->say(text);
    (manual() ? static_cast<QWidget *>(m_field) : m_manual)->setFocus();
}

void KeyEntry::wipe()
{
    m_field->wipe();
}

void KeyEntry::onToggled(bool manual)
{
    m_field->wipe();
    m_reveal->setChecked(false);
    m_session->setChecked(false);
    m_note->say({});
    refresh();
    if (manual) {
        m_keychain->ask(m_entry);
        m_field->setFocus();
    }
    Q_EMIT changed();
}

void KeyEntry::refresh()
{
    const bool typing = manual();
    m_field->setEnabled(typing);
    m_reveal->setEnabled(typing);
    m_again->setVisible(typing && (m_keychain->state() == KeychainState::Locked ||
                                   m_keychain->state() == KeychainState::Missing));
    m_session->setVisible(typing && m_keychain->state() == KeychainState::Missing);
    m_text->setText(typing ? placeText() : m_source);
}

QString KeyEntry::placeText() const
{
    const QString store = m_context.secrets.name();
    switch (m_keychain->state()) {
    case KeychainState::Asking:
        return tr("Asking %1…").arg(store);
    case KeychainState::Locked:
        return tr("Locked: unlock %1, then try again. (%2)").arg(store, m_keychain->message());
    case KeychainState::Missing:
        return tr("There is no keychain here to keep the key in (%1). It can be kept in memory until "
                  "Gatehouse "
                  "quits, or come from an environment variable.")
            .arg(m_keychain->message());
    case KeychainState::Stored:
    case KeychainState::NotStored:
    case KeychainState::ThisSession:
        break;
    }
    return tr("It will be kept in %1, never in a file.").arg(store);
}

} // namespace gatehouse
