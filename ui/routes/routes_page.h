// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/context.h"
#include "ui/widgets/page.h"

#include <optional>

class QAction;
class QStackedLayout;

namespace gatehouse {

class CallableView;
class Card;
class DefaultModelRow;
class EmptyState;
class ReorderView;
class RoutesModel;

//! The names that clients may ask for, and the routes that a person has made.
class RoutesPage final : public Page
{
    Q_OBJECT

public:
    explicit RoutesPage(const Context &context, QWidget *parent = nullptr);

private:
    void makeRoutes(Card &card);
    void makeActions(Card &card);
    void refresh();
    void updateActions();
    void openDialog(const std::optional<Route> &edited, const Route &first = {});
    void edit();
    void duplicate();
    void remove();
    void move(int from, int to);
    void setDefault(const QString &model);
    //! Whether it was saved; says why not.
    bool save(const Config &next);
    void select(const QString &route);
    const Route *current() const;

    Context m_context;
    CallableView *m_names;
    DefaultModelRow *m_default;
    RoutesModel *m_model;
    ReorderView *m_routes;
    EmptyState *m_noRoutes;
    QStackedLayout *m_stack;
    QAction *m_new;
    QAction *m_edit;
    QAction *m_duplicate;
    QAction *m_remove;
};

} // namespace gatehouse
