// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/providers_view.h"

#include "gateway/gateway.h"
#include "ui/live_status.h"
#include "ui/providers/provider_look.h"
#include "ui/providers/providers_model.h"
#include "ui/self_test/self_test_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/reorder_view.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

// As wide as the view is when a column still leaves the state enough.
constexpr int lettersForAll = 115;
constexpr int lettersForKey = 100;

constexpr int mostWithoutSearch = 8; //!< providers

} // namespace

ProvidersView::ProvidersView(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new ProvidersModel(context, this))
    , m_search(new QLineEdit)
    , m_list(new ReorderView)
    , m_stack(new QStackedLayout)
    , m_detail(new PlainLabel({}, PlainLabel::Muted))
{
    makeList();
    makeSearch();
    auto *nobody =
        new EmptyState(u"providers"_s, tr("No provider yet"),
                       tr("Add a service that you have a key for, or a server that runs on this machine."),
                       tr("Add a provider…"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(nobody);
    m_detail->setObjectName(u"detail"_s);
    m_detail->setSelectable();
    m_detail->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_detail);

    connect(nobody, &EmptyState::triggered, this, &ProvidersView::addRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        sayDetail();
        Q_EMIT currentChanged();
    });
    connect(&context.gateway, &Gateway::capabilitiesChanged, this, &ProvidersView::sayDetail);
    // Queued: what comes of it may reset the model that still handles the click.
    connect(m_model, &ProvidersModel::switchRequested, this, &ProvidersView::switchRequested,
            Qt::QueuedConnection);
}

void ProvidersView::makeList()
{
    m_list->setObjectName(u"providers"_s);
    m_list->setAccessibleName(tr("Providers, in order of priority"));
    m_list->setModel(m_model);
    QHeaderView *header = m_list->horizontalHeader();
    header->setSectionResizeMode(ProvidersModel::On, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ProvidersModel::State, QHeaderView::Stretch);
    m_list->setColumnWidth(ProvidersModel::Name, 150);
    m_list->setColumnWidth(ProvidersModel::Models, 64);
    m_list->setColumnWidth(ProvidersModel::Key, 140);
    m_list->setColumnWidth(ProvidersModel::Latency, 76);
}

void ProvidersView::makeSearch()
{
    m_search->setObjectName(u"providerSearch"_s);
    m_search->setPlaceholderText(tr("Find a provider; Enter goes to the next"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->hide();
    connect(m_search, &QLineEdit::textEdited, this, [this] { findFrom(0); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { findFrom(m_list->currentRow() + 1); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
}

void ProvidersView::findFrom(int from)
{
    const QString text = m_search->text().trimmed();
    const int rows = m_model->rowCount();
    for (int i = 0; i < rows && !text.isEmpty(); ++i) {
        const int row = (from + i) % rows;
        const Provider &provider = *m_model->at(row);
        if (provider.name.contains(text, Qt::CaseInsensitive) ||
            provider.id.contains(text, Qt::CaseInsensitive))
            return m_list->selectRow(row);
    }
}

//! Where there is little room the state has it: the rest stands below the list, for the one that is chosen.
void ProvidersView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int letters = width() / fontMetrics().averageCharWidth();
    m_list->setColumnHidden(ProvidersModel::Latency, letters < lettersForAll);
    m_list->setColumnHidden(ProvidersModel::Key, letters < lettersForKey);
}

void ProvidersView::refresh()
{
    const QString selected = current() ? current()->id : QString();
    m_model->refresh();
    if (!current() || current()->id != selected)
        select(selected);
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    m_search->setVisible(m_model->rowCount() > mostWithoutSearch);
    sayDetail();
}

const Provider *ProvidersView::current() const
{
    return m_model->at(m_list->currentRow());
}

void ProvidersView::select(const QString &id)
{
    m_list->selectRow(m_model->rowOf(id));
}

void ProvidersView::selectRow(int row)
{
    m_list->selectRow(std::min(row, m_model->rowCount() - 1));
}

void ProvidersView::sayDetail()
{
    const Provider *provider = current();
    m_detail->setVisible(provider != nullptr);
    if (!provider)
        return;
    const QString state = lookOf(*provider, m_context.status.provider(provider->id)).state;
    const QString tested =
        testedLine(m_context.gateway.capabilities(), *provider, QDateTime::currentDateTime());
    const QString fares = tr("%1 · Key: %2").arg(state, keySourceText(*provider, m_context));
    m_detail->setText(tested.isEmpty() ? fares : QString(fares + u'\n' + tested));
}

} // namespace gatehouse
