// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/providers_page.h"

#include "gateway/credentials/secret_store.h"
#include "gateway/gateway.h"
#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/providers/key_references.h"
#include "ui/providers/new_provider.h"
#include "ui/providers/provider_changes.h"
#include "ui/providers/provider_dialog.h"
#include "ui/providers/provider_look.h"
#include "ui/providers/providers_view.h"
#include "ui/providers/remove_provider.h"
#include "ui/routes/list_actions.h"
#include "ui/self_test/self_test_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/reorder_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

ProvidersPage::ProvidersPage(const Context &context, QWidget *parent)
    : Page(
          tr("Providers"),
          tr("The services and local servers that answer. Where several have a model, the upper one is asked "
             "first: drag a row, or press Alt+Up and Alt+Down, to change that."),
          Fills, parent)
    , m_context(context)
    , m_view(new ProvidersView(context))
{
    auto *card = new Card;
    card->body()->addWidget(m_view, 1);
    makeActions(*card);
    makeSwitch();
    content()->addWidget(card, 1);
    connect(m_view, &ProvidersView::currentChanged, this, &ProvidersPage::updateActions);
    connect(m_view, &ProvidersView::addRequested, this, &ProvidersPage::addProvider);
    connect(m_view, &ProvidersView::switchRequested, this, &ProvidersPage::switchOn);
    connect(&m_view->list(), &ReorderView::activated, this, &ProvidersPage::edit);
    connect(&m_view->list(), &ReorderView::removeRequested, this, &ProvidersPage::remove);
    connect(&m_view->list(), &ReorderView::moveRequested, this, &ProvidersPage::move);
    connect(&context.draft, &Draft::changed, this, &ProvidersPage::refresh);
    connect(&context.status, &LiveStatus::changed, this, &ProvidersPage::refresh);
    refresh();
}

void ProvidersPage::makeActions(Card &card)
{
    QWidget &list = m_view->list();
    auto *row = new QHBoxLayout;
    card.body()->addLayout(row);
    addListAction(list, *actions(), tr("&Add…"), u"addProvider"_s, [this] { addProvider(); });
    m_edit = addListAction(list, *row, tr("&Edit…"), u"editProvider"_s, [this] { edit(); });
    m_duplicate =
        addListAction(list, *row, tr("&Duplicate…"), u"duplicateProvider"_s, [this] { duplicate(); });
    m_remove = addListAction(list, *row, tr("&Remove…"), u"removeProvider"_s, [this] { remove(); });
    m_selfTest = addListAction(list, *row, tr("&Self-test…"), u"selfTestProvider"_s, [this] {
        if (m_view->current())
            openSelfTest(m_context, m_view->current()->id, this);
    });
    row->addStretch(1);
    m_try = addListAction(list, *row, tr("&Try now"), u"tryNow"_s, [this] {
        if (m_view->current())
            m_context.gateway.endCooldown(m_view->current()->id);
    });
}

//! In the context menu and on the space bar, beside the box in the list.
void ProvidersPage::makeSwitch()
{
    m_switch = new QAction(&m_view->list());
    m_switch->setShortcut(Qt::Key_Space);
    m_switch->setShortcutContext(Qt::WidgetShortcut);
    m_view->list().addAction(m_switch);
    connect(m_switch, &QAction::triggered, this, [this] {
        if (const Provider *provider = m_view->current())
            switchOn(provider->id, !provider->enabled);
    });
}

void ProvidersPage::refresh()
{
    m_view->refresh();
    updateActions();
}

void ProvidersPage::updateActions()
{
    const Provider *provider = m_view->current();
    for (QAction *action : {m_edit, m_duplicate, m_remove, m_selfTest, m_switch})
        action->setEnabled(provider != nullptr);
    m_try->setEnabled(provider && lookOf(*provider, m_context.status.provider(provider->id)).cooling);
    m_switch->setText(provider && provider->enabled ? tr("Switch &off") : tr("Switch &on"));
}

void ProvidersPage::addProvider()
{
    openDialog({});
}

void ProvidersPage::editProvider(const QString &id, ProviderField field)
{
    m_view->select(id);
    if (m_view->current() && m_view->current()->id == id)
        openDialog(*m_view->current())->bringIntoView(field);
}

ProviderDialog *ProvidersPage::openDialog(const std::optional<Provider> &edited,
                                          const std::optional<Provider> &first)
{
    auto *dialog = new ProviderDialog(m_context, edited, first, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProviderDialog::saved, this, [this](const QString &id, const QStringList &dropped) {
        m_view->select(id);
        removeKeys(dropped);
    });
    dialog->open();
    return dialog;
}

void ProvidersPage::edit()
{
    if (m_view->current())
        openDialog(*m_view->current());
}

void ProvidersPage::duplicate()
{
    if (m_view->current())
        openDialog({}, copyOf(*m_view->current(), m_context.draft.config(), m_context.draft.environment()));
}

void ProvidersPage::remove()
{
    if (!m_view->current())
        return;
    const Provider removed = *m_view->current();
    const Decision decision = ask(this, removalQuestion(removed, m_context.draft.config()));
    if (!decision.confirmed)
        return;
    const int row = m_view->list().currentRow();
    if (!save(withoutProvider(m_context.draft.config(), removed.id)))
        return;
    m_view->selectRow(row);
    const QString name = removed.name.isEmpty() ? removed.id : removed.name;
    offerUndo(
        banner(), m_context.draft,
        decision.option
            ? tr("\"%1\" was removed, with its stored key. Undoing brings back the provider only.").arg(name)
            : tr("\"%1\" was removed.").arg(name));
    if (decision.option)
        removeKeys(ownEntries(removed));
}

void ProvidersPage::move(int from, int to)
{
    Config next = m_context.draft.config();
    if (std::max(from, to) >= next.providers.size())
        return;
    const QString id = next.providers[from].id;
    next.providers.move(from, to);
    if (save(next))
        m_view->select(id);
}

void ProvidersPage::switchOn(const QString &id, bool on)
{
    Config next = m_context.draft.config();
    const qsizetype index = providerIndex(next, id);
    if (index < 0)
        return;
    next.providers[index].enabled = on;
    save(next);
}

void ProvidersPage::removeKeys(const QStringList &entries)
{
    removeStoredKeys(m_context.secrets, entries, [self = QPointer(this)](const QString &reason) {
        if (self) {
            self->banner().say(Tone::Warning,
                               tr("The stored key could not be removed from %1, and is still there. (%2)")
                                   .arg(self->m_context.secrets.name(), reason));
        }
    });
}

bool ProvidersPage::save(const Config &next)
{
    return saveOrSay(banner(), m_context.draft, next);
}

} // namespace gatehouse
