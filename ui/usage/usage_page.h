// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/usage/live_totals.h"
#include "ui/widgets/page.h"

class QPushButton;
class QScrollArea;
class QStackedLayout;

namespace gatehouse {

class EmptyState;
class FilterChips;
class ThinProgress;
class UsageChoices;
class UsagePanel;

//! What was asked of the gateway over time, what it cost, how fast and how well it was answered.
class UsagePage final : public Page
{
    Q_OBJECT

public:
    explicit UsagePage(const Context &context, QWidget *parent = nullptr);

private:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

    void makeActions();
    void makeContent();
    UsageQuestion question() const;
    void onAnswer(const UsageQuestion &question, const UsageTable &table);
    void draw();
    void showFilter();
    void choose(const QString &key);
    void showMore();

    Context m_context;
    UsageChoices *m_choices;
    FilterChips *m_chips;
    ThinProgress *m_progress;
    QStackedLayout *m_stack;
    UsagePanel *m_panel;
    QScrollArea *m_scroll; //!< around it: a low window shows it whole all the same
    EmptyState *m_noneYet;
    EmptyState *m_noneHere;
    QPushButton *m_export;
    QPushButton *m_copy;
    LiveTotals *m_live;
    UsageFilter m_filter;
    UsageQuestion m_answered; //!< what m_table answers
    UsageTable m_table;
    bool m_problem = false; //!< the banner tells one of the store
};

} // namespace gatehouse
