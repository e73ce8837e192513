// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/widgets/page.h"

namespace gatehouse {

class Card;
class EmptyState;
class HealthList;
class OverviewNotes;
class PortDoctor;
class StateCard;
class TodayCard;

//! Whether everything is well, at a glance.
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(const Context &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void addProviderRequested();

private:
    void refresh();

    Context m_context;
    OverviewNotes *m_notes;
    StateCard *m_state;
    PortDoctor *m_doctor;
    TodayCard *m_today;
    Card *m_health;
    HealthList *m_list;
    EmptyState *m_nobody;
};

} // namespace gatehouse
