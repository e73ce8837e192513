// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/routes/callable_names.h"

#include <QMenu>

namespace gatehouse {

//! What can be done without the window. Brought up to date when something changes, and when it is opened.
class TrayMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit TrayMenu(const Context &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested();
    void aboutRequested();
    void quitRequested();
    //! A choice could not be saved.
    void failed(const QString &problem);

private:
    struct ShownRoute
    {
        Route route;
        QList<ServingProvider> servers;

        bool operator==(const ShownRoute &) const = default;
    };

    void refresh();
    void refreshToday();
    void refreshRoutes();
    void startOrStop();
    void putFirst(const QString &model, const RouteTarget &target);

    Context m_context;
    QAction *m_status;
    QAction *m_today;
    QAction *m_startStop;
    QAction *m_copy;
    QAction *m_afterRoutes;
    QAction *m_pause;
    QList<ShownRoute> m_shown;
    QList<QMenu *> m_routeMenus; //!< or the one that holds them all
};

} // namespace gatehouse
