// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/widgets/page.h"

namespace gatehouse {

class Banner;
class Card;
class EmptyState;
class HealthList;
class PortDoctor;
class StateCard;

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
    void showNotes();

    Context m_context;
    Banner *m_paused;
    StateCard *m_state;
    PortDoctor *m_doctor;
    Card *m_health;
    HealthList *m_list;
    EmptyState *m_nobody;
};

} // namespace gatehouse
