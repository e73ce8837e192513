// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QCheckBox;

namespace gatehouse {

class Banner;

//! What happens by itself: starts, and notifications.
class StartupCard final : public QWidget
{
    Q_OBJECT

public:
    explicit StartupCard(const Context &context, QWidget *parent = nullptr);

    void refresh();

private:
    void setStartsAtLogin(bool on);

    Context m_context;
    QCheckBox *m_atLogin;
    QCheckBox *m_startGateway;
    QCheckBox *m_notifications;
    Banner *m_problem;
};

} // namespace gatehouse
