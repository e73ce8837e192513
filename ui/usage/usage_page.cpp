// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_page.h"

#include "ui/draft.h"
#include "ui/usage/chart_series.h"
#include "ui/usage/filter_chips.h"
#include "ui/usage/thin_progress.h"
#include "ui/usage/usage_choices.h"
#include "ui/usage/usage_export.h"
#include "ui/usage/usage_names.h"
#include "ui/usage/usage_panel.h"
#include "ui/usage/usage_table_model.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/scrolled.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QPushButton>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

UsagePage::UsagePage(const Context &context, QWidget *parent)
    : Page(tr("Usage"), tr("What was asked, what it cost, and how well it was answered."), Fills, parent)
    , m_context(context)
    , m_choices(new UsageChoices(context.program))
    , m_chips(new FilterChips)
    , m_progress(new ThinProgress(tr("Reading usage")))
    , m_stack(new QStackedLayout)
    , m_panel(new UsagePanel)
    , m_scroll(scrolled(m_panel))
    , m_noneYet(new EmptyState(u"usage"_s, tr("No requests yet"),
                               tr("Point an app at the gateway's address, which stands on the Overview page. "
                                  "What it asks for is counted here.")))
    , m_noneHere(new EmptyState(u"usage"_s, tr("No requests in this range"),
                                tr("There were none on these days, or none with these filters."),
                                tr("Sho&w")))
    , m_live(new LiveTotals(
          context, [this] { return question(); }, this))
{
    makeActions();
    makeContent();
    connect(m_choices, &UsageChoices::questionChanged, m_live, &LiveTotals::ask);
    connect(m_choices, &UsageChoices::measureChanged, this, &UsagePage::draw);
    connect(m_live, &LiveTotals::waiting, m_progress, &ThinProgress::setWaiting);
    connect(m_live, &LiveTotals::answered, this, &UsagePage::onAnswer);
    connect(m_live, &LiveTotals::nothingRecorded, this, [this] { m_stack->setCurrentWidget(m_noneYet); });
    connect(m_panel, &UsagePanel::chosen, this, &UsagePage::choose);
    connect(m_chips, &FilterChips::removed, this, [this](UsageKey by) {
        filterField(m_filter, by)->reset();
        showFilter();
        m_live->ask();
    });
    connect(m_noneHere, &EmptyState::triggered, this, &UsagePage::showMore);
    connect(&context.draft, &Draft::changed, this, [this] {
        showFilter(); // providers may have other names
        draw();
    });
}

void UsagePage::makeActions()
{
    m_export = new QPushButton(tr("&Export CSV…"));
    m_export->setObjectName(u"exportCsv"_s);
    m_copy = new QPushButton(tr("Copy as &picture"));
    m_copy->setObjectName(u"copyPicture"_s);
    for (QPushButton *button : {m_export, m_copy}) {
        button->setEnabled(false);
        actions()->addWidget(button);
    }
    connect(m_export, &QPushButton::clicked, this,
            [this] { exportCsv(this, banner(), m_answered, m_panel->table().lines()); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setImage(
            m_panel->picture(chartTitle(m_choices->measureText(), m_answered)));
        banner().clearActions();
        banner().say(Tone::Good, tr("The chart is on the clipboard."));
    });
}

void UsagePage::makeContent()
{
    m_progress->setObjectName(u"progress"_s);
    m_noneYet->setObjectName(u"noneYet"_s);
    m_noneHere->setObjectName(u"noneHere"_s);
    for (QWidget *state : {static_cast<QWidget *>(m_scroll), static_cast<QWidget *>(m_noneYet),
                           static_cast<QWidget *>(m_noneHere)})
        m_stack->addWidget(state);
    content()->setSpacing(6);
    content()->addWidget(m_choices);
    content()->addWidget(m_chips);
    content()->addWidget(m_progress);
    content()->addLayout(m_stack, 1);
}

void UsagePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_live->setWatched(true);
}

void UsagePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_live->setWatched(false);
}

UsageQuestion UsagePage::question() const
{
    const QDateTime now = QDateTime::currentDateTime();
    const UsageSpan span = spanOf(m_choices->range(), now.date(), QTimeZone::systemTimeZone());
    const qint64 nowMs = now.toMSecsSinceEpoch();
    return {span, m_choices->by(), m_filter, nowMs >= span.fromMs && nowMs < span.toMs};
}

void UsagePage::onAnswer(const UsageQuestion &question, const UsageTable &table)
{
    if (!table.problem.isEmpty()) {
        m_problem = true;
        banner().clearActions();
        banner().say(Tone::Bad, tr("The usage cannot be read: %1").arg(table.problem));
        return; // what was known before stays
    }
    if (m_problem)
        banner().hide();
    m_problem = false;
    m_answered = question;
    m_table = table;
    const bool filtered = question.filter != UsageFilter{};
    m_noneHere->button()->setText(filtered ? tr("Remove &all filters") : tr("Sho&w the last 30 days"));
    m_noneHere->button()->setVisible(filtered || m_choices->range().kind != UsageRange::Month);
    const bool some = table.total.requests > 0;
    if (some || m_stack->currentWidget() != m_noneYet || filtered)
        m_stack->setCurrentWidget(some ? static_cast<QWidget *>(m_scroll) : m_noneHere);
    for (QPushButton *button : {m_export, m_copy})
        button->setEnabled(some);
    draw();
}

void UsagePage::draw()
{
    const Config &config = m_context.draft.config();
    const UsageKey by = m_answered.by;
    m_panel->setTotals(m_table.total);
    m_panel->setPicture(chartOf(m_table, m_answered.span, m_choices->measure(), by,
                                [&](const QString &key) { return usageName(by, key, config); }));
    m_panel->table().setLines(by,
                              linesOf(m_table, m_answered, config, QDateTime::currentMSecsSinceEpoch(),
                                      QTimeZone::systemTimeZone()),
                              m_table.total);
}

void UsagePage::showFilter()
{
    m_chips->setFilter(m_filter, m_context.draft.config());
}

void UsagePage::choose(const QString &key)
{
    std::optional<QString> *field = filterField(m_filter, m_answered.by);
    if (!field || *field == key)
        return;
    *field = key;
    showFilter();
    m_live->ask();
}

void UsagePage::showMore()
{
    if (m_filter == UsageFilter{})
        return m_choices->setRange({UsageRange::Month}); // asks
    m_filter = {};
    showFilter();
    m_live->ask();
}

} // namespace gatehouse
