// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/context.h"
#include "ui/provider_field.h"
#include "ui/widgets/page.h"

#include <optional>

class QAction;

namespace gatehouse {

class Card;
class ProviderDialog;
class ProvidersView;

//! The services that are called, in order of priority.
class ProvidersPage final : public Page
{
    Q_OBJECT

public:
    explicit ProvidersPage(const Context &context, QWidget *parent = nullptr);

    //! Opens the dialog for a new one.
    void addProvider();
    //! Opens the dialog for the provider of that id, if there is one, with \a field in view.
    void editProvider(const QString &id, ProviderField field);

private:
    void makeActions(Card &card);
    void makeSwitch();
    void refresh();
    void updateActions();
    ProviderDialog *openDialog(const std::optional<Provider> &edited,
                               const std::optional<Provider> &first = {});
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
    QAction *m_selfTest;
    QAction *m_try;
    QAction *m_switch;
};

} // namespace gatehouse
