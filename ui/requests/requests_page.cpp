// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requests_page.h"

#include "gateway/gateway.h"
#include "ui/draft.h"
#include "ui/requests/facts.h"
#include "ui/requests/filter_bar.h"
#include "ui/requests/recording.h"
#include "ui/requests/recording_strip.h"
#include "ui/requests/request_details.h"
#include "ui/requests/request_menu.h"
#include "ui/requests/requests_model.h"
#include "ui/requests/requests_view.h"
#include "ui/requests/resend_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPersistentModelIndex>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whether \a record is one of a list from the store, which leaves out what only the details need.
bool isOutline(const UsageRecord &record)
{
    return record.id > 0 && record.attempts.isEmpty() && record.headers.isEmpty();
}

} // namespace

RequestsPage::RequestsPage(const Context &context, QWidget *parent)
    : Page(tr("Requests"), tr("What apps asked for, who answered, and what went wrong."), Fills, parent)
    , m_context(context)
    , m_recording(new Recording(context.gateway, *this))
    , m_model(new RequestsModel(m_recording->bodies(), this))
    , m_filter(new FilterBar(*m_model))
    , m_list(new RequestsView(*m_model))
    , m_details(new RequestDetails)
    , m_splitter(new QSplitter(Qt::Vertical))
{
    makeParts();
    connectParts();
    showCount();
}

void RequestsPage::makeParts()
{
    m_splitter->setObjectName(u"requestsSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(10);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_details);
    shareRoom();
    m_details->hide();
    actions()->addWidget(m_recording->button());
    content()->setSpacing(8);
    content()->addWidget(m_recording->strip());
    content()->addWidget(m_filter);
    content()->addWidget(m_splitter, 1);
}

void RequestsPage::connectParts()
{
    connect(m_filter, &FilterBar::changed, this, [this] {
        m_list->setFilter(m_filter->filter());
        showCount();
    });
    connect(m_list, &RequestsView::rowsChanged, this, &RequestsPage::showCount);
    connect(m_list, &RequestsView::clearFilterRequested, this, [this] { m_filter->setFilter({}); });
    connect(m_list, &RequestsView::selected, this, &RequestsPage::onSelected);
    connect(m_list, &RequestsView::menuRequested, this, &RequestsPage::showMenu);
    connect(m_details, &RequestDetails::closeRequested, m_list, &RequestsView::clearSelection);
    connect(m_details, &RequestDetails::remedyChosen, this, &RequestsPage::apply);
    connect(m_details, &RequestDetails::resendRequested, this, &RequestsPage::resend);
    connect(m_details, &RequestDetails::forgetRequested, this,
            [this] { m_recording->forget(m_model->record(m_list->selectedRow()).requestId); });
    connect(m_recording, &Recording::changed, this, [this] {
        m_model->updateMarks();
        if (m_details->showsBodies() != (selectedBodies() != nullptr))
            showDetails();
    });
    connect(&m_context.gateway, &Gateway::recorded, m_model, &RequestsModel::add);
    connect(&m_context.draft, &Draft::changed, this, [this] { showDetails(); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_filter, &FilterBar::focusText);
    auto *leave = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, m_list, &RequestsView::clearSelection);
}

void RequestsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!std::exchange(m_asked, true))
        load();
}

void RequestsPage::load()
{
    m_list->setLoading(true);
    m_context.usage.requests(RequestsModel::maxRows, this, [this](const QList<UsageRecord> &records) {
        m_model->load(records);
        m_list->setLoading(false);
        m_asked = !records.isEmpty(); // the store may not have been readable
    });
}

void RequestsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    constexpr int enoughForTwo = 1180;
    const Qt::Orientation orientation = width() < enoughForTwo ? Qt::Vertical : Qt::Horizontal;
    if (orientation == m_splitter->orientation())
        return;
    m_splitter->setOrientation(orientation);
    shareRoom();
}

//! As a person has not said otherwise yet.
void RequestsPage::shareRoom()
{
    const bool beside = m_splitter->orientation() == Qt::Horizontal;
    m_splitter->setStretchFactor(0, beside ? 8 : 4);
    m_splitter->setStretchFactor(1, 5);
    m_splitter->setSizes(beside ? QList<int>{800, 500} : QList<int>{400, 500});
}

void RequestsPage::showCount()
{
    m_filter->showCount(m_list->shown(), m_model->rowCount());
}

void RequestsPage::onSelected()
{
    const int row = m_list->selectedRow();
    m_details->setVisible(row >= 0);
    if (row < 0)
        return;
    const bool outline = isOutline(m_model->record(row));
    showDetails(!outline);
    if (outline)
        withWhole(row, [this](const UsageRecord &) { showDetails(); });
}

void RequestsPage::showDetails(bool whole)
{
    if (const int row = m_list->selectedRow(); row >= 0)
        m_details->setRequest(m_model->record(row), whole, m_context.draft.config(), selectedBodies());
}

void RequestsPage::withWhole(int row, std::function<void(const UsageRecord &)> done)
{
    if (!isOutline(m_model->record(row)))
        return done(m_model->record(row));
    const QPersistentModelIndex index(m_model->index(row, 0));
    m_context.usage.details(
        m_model->record(row).id, this, [this, index, done = std::move(done)](const UsageRecord &record) {
            if (!index.isValid())
                return;
            if (record.id != 0) // else it is not kept any more, and the outline is all there is
                m_model->complete(index.row(), record);
            done(m_model->record(index.row()));
        });
}

void RequestsPage::showMenu(const QPoint &globalPosition)
{
    const UsageRecord record = m_model->record(m_list->selectedRow());
    RequestMenuCalls calls;
    calls.copyDetails = [this] { copyDetails(); };
    calls.filter = [this](const RequestsFilter &filter) { m_filter->setFilter(filter); };
    if (selectedBodies()) {
        calls.resend = [this] { resend(); };
        calls.forget = [this, id = record.requestId] { m_recording->forget(id); };
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"requestMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillRequestMenu(*menu, record, m_filter->filter(), calls);
    menu->popup(globalPosition);
}

void RequestsPage::copyDetails()
{
    if (m_list->selectedRow() < 0)
        return;
    withWhole(m_list->selectedRow(), [this](const UsageRecord &record) {
        QGuiApplication::clipboard()->setText(detailsText(record, m_context.draft.config()));
    });
}

void RequestsPage::resend()
{
    const RecordedExchange *bodies = selectedBodies();
    if (!bodies)
        return;
    auto *dialog = new ResendDialog(m_context, *m_model, *bodies, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

const RecordedExchange *RequestsPage::selectedBodies() const
{
    const int row = m_list->selectedRow();
    return row < 0 ? nullptr : m_recording->bodies().find(m_model->record(row).requestId);
}

} // namespace gatehouse
