// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connect_page.h"

#include "ui/connect/app_panel.h"
#include "ui/connect/apps_model.h"
#include "ui/connect/deeds.h"
#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/scrolled.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

ConnectPage::ConnectPage(const Context &context, const Surroundings &surroundings, QWidget *parent)
    : Page(tr("Connect"), tr("Tells your applications to ask the gateway."), Fills, parent)
    , m_context(context)
    , m_setup(context, surroundings)
    , m_apps(new AppsModel(this))
    , m_found(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_panel(new AppPanel)
    , m_stale(new Banner)
{
    m_stale->setObjectName(u"staleNote"_s);
    m_stale->setClosable(false);
    connect(m_stale->addAction(tr("Up&date…")), &QPushButton::clicked, this, &ConnectPage::updateStale);
    m_stale->hide();
    auto *card = new Card;
    card->body()->addWidget(scrolled(m_panel));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(makeList(), 2);
    columns->addWidget(card, 5);
    content()->addWidget(m_stale);
    content()->addLayout(columns, 1);

    connect(m_panel, &AppPanel::setUpRequested, this, &ConnectPage::setUp);
    connect(m_panel, &AppPanel::undoRequested, this, [this] {
        if (const ConnectableApp *app = chosen())
            undo(*app);
    });
    connect(m_panel, &AppPanel::keyRequested, this, &ConnectPage::makeKey);
    connect(&m_context.draft, &Draft::changed, this, &ConnectPage::refresh);
    refresh();
    m_list->setCurrentIndex(m_found->index(0, 0));
    // Told several times a second: only another address matters here.
    connect(&m_context.status, &LiveStatus::changed, this, [this, url = m_setup.url()]() mutable {
        if (std::exchange(url, m_setup.url()) != url)
            refresh();
    });
}

QWidget *ConnectPage::makeList()
{
    m_found->setSourceModel(m_apps);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setObjectName(u"connectSearch"_s);
    m_search->setPlaceholderText(tr("Find an application"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(u"connectApps"_s);
    m_list->setAccessibleName(tr("Applications"));
    m_list->setModel(m_found);
    m_list->setSpacing(2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setMinimumWidth(190);
    auto *stack = new QStackedLayout;
    stack->addWidget(m_list);
    stack->addWidget(
        new EmptyState(u"search"_s, tr("Nothing found"), tr("No application has this name or state.")));
    connect(m_search, &QLineEdit::textChanged, this, [this, stack](const QString &text) {
        m_found->setFilterFixedString(text);
        stack->setCurrentIndex(m_found->rowCount() > 0 ? 0 : 1);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConnectPage::onChosen);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search);
    layout->addLayout(stack, 1);
    return side;
}

void ConnectPage::refresh()
{
    m_apps->look(m_setup);
    sayStale();
    const int row = m_apps->indexOf(m_shown);
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_found->mapFromSource(m_apps->index(row)));
    m_panel->refresh(m_apps->row(row), m_context.draft.config(), m_setup.url());
}

void ConnectPage::onChosen()
{
    const QModelIndex index = m_found->mapToSource(m_list->currentIndex());
    if (!index.isValid() || m_apps->row(index.row()).app->id == m_shown)
        return;
    m_shown = m_apps->row(index.row()).app->id;
    m_panel->begin(m_apps->row(index.row()), m_context.draft.config(), m_setup.url());
}

const ConnectableApp *ConnectPage::chosen() const
{
    return connectableApp(m_shown);
}

void ConnectPage::open(ChangeDialog::Deed deed, std::function<void()> done)
{
    auto *dialog = new ChangeDialog(std::move(deed), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, done = std::move(done)](int result) {
        refresh(); // also what was given up may have been done in part
        if (result == QDialog::Accepted)
            done();
        Q_EMIT connectionsChanged();
    });
    dialog->open();
}

void ConnectPage::setUp()
{
    const ConnectableApp *app = chosen();
    if (!app)
        return;
    open(setUpDeed(m_setup, *app, m_panel->access()), [this, app] {
        m_panel->forgetKey();
        banner().clearActions();
        QString done = tr("%1 asks %2 now. It may have to be started anew.").arg(app->name, m_setup.url());
        const std::optional<AppConnection> connection = m_setup.connections().connection(app->id);
        if (connection && !connection->backups.isEmpty())
            done += u'\n' + tr("Backup: %1").arg(connection->backups.join(u'\n'));
        banner().say(Tone::Good, done);
        QPushButton *undoIt = banner().addAction(tr("U&ndo…"));
        undoIt->setObjectName(u"bannerUndo"_s);
        connect(undoIt, &QPushButton::clicked, this, [this, app] { undo(*app); });
    });
}

void ConnectPage::undo(const ConnectableApp &app)
{
    open(undoDeed(m_setup, app), [this, name = app.name] {
        banner().clearActions();
        banner().say(Tone::Good, tr("The set-up of %1 is undone.").arg(name));
    });
}

void ConnectPage::makeKey()
{
    const ConnectableApp *app = chosen();
    if (!app)
        return;
    const Result<QString> key = m_setup.makeKey(*app);
    banner().clearActions();
    if (!key)
        return banner().say(Tone::Bad, key.error().message);
    m_panel->setKey(*key);
    banner().say(Tone::Good,
                 tr("There is a client for %1 now. Copy its key before you leave: it is kept nowhere.")
                     .arg(app->name));
}

void ConnectPage::updateStale()
{
    if (m_setup.stale().isEmpty())
        return;
    open(updateDeed(m_setup), [this] {
        banner().clearActions();
        banner().say(
            Tone::Good,
            tr("What could be updated asks %1 now. It may have to be started anew.").arg(m_setup.url()));
    });
}

void ConnectPage::sayStale()
{
    const int count = int(m_setup.stale().size());
    m_stale->setVisible(count > 0);
    if (count > 0)
        m_stale->say(
            Tone::Warning,
            tr("%n application(s) that you set up ask another address, or with a key that is not taken.",
               nullptr, count));
}

void ConnectPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

//! A key is not left lying on a page that nobody looks at.
void ConnectPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        m_panel->forgetKey();
    Page::hideEvent(event);
}

bool ConnectPage::event(QEvent *event)
{
    // Someone may have installed or edited an application meanwhile.
    if (event->type() == QEvent::WindowActivate && isVisible())
        refresh();
    return Page::event(event);
}

} // namespace gatehouse
