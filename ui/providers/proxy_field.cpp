// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/proxy_field.h"

#include "ui/providers/field_note.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gatehouse {

ProxyField::ProxyField(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox)
    , m_address(new QLineEdit)
    , m_note(new FieldNote)
{
    m_kind->setObjectName(u"proxyKind"_s);
    m_kind->addItem(tr("As the system has it"), u"system"_s);
    m_kind->addItem(tr("None"), u"none"_s);
    m_kind->addItem(tr("This one"), QString());
    m_address->setObjectName(u"proxy"_s);
    m_address->setAccessibleName(tr("Address of the proxy"));
    m_address->setPlaceholderText(u"socks5h://127.0.0.1:7890"_s);
    m_note->setObjectName(u"proxyNote"_s);
    setFocusProxy(m_kind);
    auto *row = new QHBoxLayout;
    row->addWidget(m_kind);
    row->addWidget(m_address, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_note);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_address->setVisible(m_kind->currentData().toString().isEmpty());
        m_note->say({});
        Q_EMIT changed();
    });
    connect(m_address, &QLineEdit::textChanged, this, &ProxyField::changed);
    connect(m_address, &QLineEdit::textEdited, this, [this] { m_note->say({}); });
    m_address->hide();
}

void ProxyField::setProxy(const QString &proxy)
{
    const int known = m_kind->findData(proxy);
    const int own = m_kind->count() - 1;
    m_kind->setCurrentIndex(known < 0 ? own : known);
    m_address->setText(known < 0 ? proxy : QString());
}

QString ProxyField::proxy() const
{
    const QString kind = m_kind->currentData().toString();
    return kind.isEmpty() ? m_address->text().trimmed() : kind;
}

void ProxyField::showProblem(const QString &message)
{
    m_note->say(tr("The proxy %1.").arg(message));
    m_address->setFocus();
}

} // namespace gatehouse
