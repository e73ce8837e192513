// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/context.h"
#include "ui/widgets/page.h"

#include <optional>

class QAction;

namespace gatehouse {

class Card;
class ProvidersView;

//! The services that are called, in order of priority.
class ProvidersPage final : public Page
{
    Q_OBJECT

public:
    explicit ProvidersPage(const Context &context, QWidget *parent = nullptr);

    //! Opens the dialog for a new one.
    void addProvider();

private:
    void makeActions(Card &card);
    void makeSwitch();
    void refresh();
    void updateActions();
    void openDialog(const std::optional<Provider> &edited, const std::optional<Provider> &first = {});
    void edit();
    void duplicate();
    void remove();
    void move(int from, int to);
    void switchOn(const QString &id, bool on);
    void removeKeys(const QStringList &entries);
    //! Whether it was saved; says why not.
    bool save(const Config &next);

    Context m_context;
    ProvidersView *m_view;
    QAction *m_edit;
    QAction *m_duplicate;
    QAction *m_remove;
    QAction *m_try;
    QAction *m_switch;
};

} // namespace gatehouse
