// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/routes/routes_page.h"

#include "ui/draft.h"
#include "ui/routes/callable_view.h"
#include "ui/routes/default_model_row.h"
#include "ui/routes/list_actions.h"
#include "ui/routes/route_dialog.h"
#include "ui/routes/routes_model.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/reorder_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! A name like \a name that no route has yet.
QString freeName(const RoutesModel &routes, const QString &name)
{
    QString free;
    int number = 2;
    do {
        free = name + u'-' + QString::number(number++);
    } while (routes.rowOf(free) >= 0);
    return free;
}

} // namespace

RoutesPage::RoutesPage(const Context &context, QWidget *parent)
    : Page(
          tr("Models & routes"),
          tr("The model names that apps can ask for. A route is a name of your own that leads to one or more "
             "providers."),
          Fills, parent)
    , m_context(context)
    , m_names(new CallableView)
    , m_default(new DefaultModelRow)
    , m_model(new RoutesModel(this))
    , m_routes(new ReorderView)
    , m_noRoutes(new EmptyState(u"routes"_s, tr("No routes yet"),
                                tr("With a route, another provider takes over when the first one fails.")))
    , m_stack(new QStackedLayout)
{
    auto *namesCard = new Card(tr("Names that can be called"));
    namesCard->body()->addWidget(m_names);
    auto *routesCard = new Card(tr("Routes"));
    makeRoutes(*routesCard);
    makeActions(*routesCard);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(14);
    splitter->addWidget(namesCard);
    splitter->addWidget(routesCard);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    content()->addWidget(splitter, 1);
    content()->addWidget(m_default);

    connect(m_default, &DefaultModelRow::chosen, this, &RoutesPage::setDefault);
    connect(&context.draft, &Draft::changed, this, &RoutesPage::refresh);
    refresh();
}

void RoutesPage::makeRoutes(Card &card)
{
    m_routes->setObjectName(u"routes"_s);
    m_routes->setAccessibleName(tr("Routes"));
    m_routes->setModel(m_model);
    m_routes->verticalHeader()->setDefaultSectionSize(32);
    m_routes->setColumnWidth(RoutesModel::Name, 160);
    m_routes->setColumnWidth(RoutesModel::Spread, 120);
    m_routes->horizontalHeader()->setStretchLastSection(true);
    m_stack->addWidget(m_routes);
    m_stack->addWidget(m_noRoutes);
    card.body()->addLayout(m_stack, 1);
    connect(m_routes, &ReorderView::activated, this, &RoutesPage::edit);
    connect(m_routes, &ReorderView::removeRequested, this, &RoutesPage::remove);
    connect(m_routes, &ReorderView::moveRequested, this, &RoutesPage::move);
    connect(m_routes->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RoutesPage::updateActions);
}

void RoutesPage::makeActions(Card &card)
{
    QHBoxLayout &corner = *card.corner();
    m_new = addListAction(*m_routes, corner, tr("&New route…"), u"newRoute"_s, [this] {
        openDialog({}, {{}, Policy::Priority, {{m_context.draft.config().providers.first().id, {}}}});
    });
    m_edit = addListAction(*m_routes, corner, tr("&Edit…"), u"editRoute"_s, [this] { edit(); });
    m_duplicate =
        addListAction(*m_routes, corner, tr("&Duplicate…"), u"duplicateRoute"_s, [this] { duplicate(); });
    m_remove = addListAction(*m_routes, corner, tr("&Remove"), u"removeRoute"_s, [this] { remove(); });
}

void RoutesPage::refresh()
{
    const Config &config = m_context.draft.config();
    const QList<CallableName> names = callableNames(config);
    m_names->setNames(names);
    m_default->setConfig(config, names);
    const QString selected = current() ? current()->model : QString();
    m_model->setConfig(config);
    select(selected);
    m_stack->setCurrentWidget(config.routes.isEmpty() ? static_cast<QWidget *>(m_noRoutes) : m_routes);
    updateActions();
}

void RoutesPage::updateActions()
{
    m_new->setEnabled(!m_context.draft.config().providers.isEmpty()); // it would lead nowhere
    for (QAction *action : {m_edit, m_duplicate, m_remove})
        action->setEnabled(current() != nullptr);
}

void RoutesPage::openDialog(const std::optional<Route> &edited, const Route &first)
{
    auto *dialog = new RouteDialog(m_context, edited, first, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RouteDialog::saved, this, &RoutesPage::select);
    dialog->open();
}

void RoutesPage::edit()
{
    if (current())
        openDialog(*current());
}

void RoutesPage::duplicate()
{
    if (!current())
        return;
    Route copy = *current();
    copy.model = freeName(*m_model, copy.model);
    openDialog({}, copy);
}

void RoutesPage::remove()
{
    const int row = m_routes->currentRow();
    if (!current())
        return;
    const QString name = current()->model;
    Config next = m_context.draft.config();
    next.routes.removeIf([&](const Route &route) { return route.model == name; });
    if (!save(next))
        return;
    m_routes->selectRow(std::min(row, m_model->rowCount() - 1));
    offerUndo(banner(), m_context.draft, tr("The route \"%1\" was removed.").arg(name));
}

void RoutesPage::move(int from, int to)
{
    const QString name = m_model->routes()[from].model;
    Config next = m_context.draft.config();
    next.routes.move(from, to);
    if (save(next))
        select(name);
}

void RoutesPage::setDefault(const QString &model)
{
    Config next = m_context.draft.config();
    next.defaultModel = model;
    if (!save(next))
        refresh();
}

bool RoutesPage::save(const Config &next)
{
    return saveOrSay(banner(), m_context.draft, next);
}

void RoutesPage::select(const QString &route)
{
    m_routes->selectRow(m_model->rowOf(route));
}

const Route *RoutesPage::current() const
{
    const int row = m_routes->currentRow();
    return row >= 0 && row < m_model->routes().size() ? &m_model->routes()[row] : nullptr;
}

} // namespace gatehouse
