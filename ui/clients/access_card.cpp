// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/access_card.h"

#include "ui/widgets/card.h"
#include "ui/widgets/plain_label.h"

#include <QCheckBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

AccessCard::AccessCard(QWidget *parent)
    : QWidget(parent)
    , m_require(new QCheckBox(tr("Re&quire a client key")))
    , m_meaning(new PlainLabel({}, PlainLabel::Muted))
{
    m_require->setObjectName(u"requireKeys"_s);
    auto *card = new Card;
    card->body()->addWidget(m_require);
    card->body()->addWidget(m_meaning);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_require, &QCheckBox::clicked, this, [this](bool on) {
        m_require->setChecked(!on); // until it is so
        Q_EMIT wanted(on);
    });
}

void AccessCard::setRequired(bool required)
{
    m_require->setChecked(required);
    m_meaning->setText(required
                           ? tr("On: only the apps below may call, each with its key.")
                           : tr("Off: every program on this machine may call Gatehouse, and so use your "
                                "providers, without a key. Adding the first client turns this on for all."));
}

} // namespace gatehouse
