// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/origins_card.h"

#include "ui/draft.h"
#include "ui/routes/list_actions.h"
#include "ui/settings/entry_list.h"
#include "ui/settings/setting_names.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_label.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

OriginsCard::OriginsCard(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(new EntryList({tr("Allowed web origins"), tr("&Web origin:"), u"https://chat.example.com"_s,
                            tr("No web page may call Gatehouse.")},
                           [this](const QStringList &origins) {
                               Config next = m_context.draft.config();
                               next.listener.allowedOrigins = origins;
                               return settingProblems(m_context.draft.save(next));
                           }))
    , m_undo(new Banner)
{
    m_list->setObjectName(u"origins"_s);
    m_undo->setObjectName(u"originUndo"_s);
    auto *card = new Card(tr("Allowed web origins"));
    card->body()->addWidget(
        new PlainLabel(tr("Only web pages from these origins may call Gatehouse from a browser. An asterisk "
                          "stands for any port, as in http://localhost:*."),
                       PlainLabel::Muted));
    card->body()->addWidget(m_list);
    card->body()->addWidget(m_undo);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_list, &EntryList::removed, this, [this](const QString &origin) {
        offerUndo(*m_undo, m_context.draft, tr("The web origin \"%1\" was removed.").arg(origin));
    });
    refresh();
}

void OriginsCard::refresh()
{
    m_list->setEntries(m_context.draft.config().listener.allowedOrigins);
}

} // namespace gatehouse
