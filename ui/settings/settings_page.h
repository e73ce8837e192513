// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/context.h"
#include "ui/widgets/page.h"

namespace gatehouse {

class AppearanceCard;
class BudgetCard;
class EditedCard;
class FilesCard;
class HostsCard;
class LimitsCard;
class ListenerCard;
class OriginsCard;
class StartupCard;
class VersionsCard;

//! Everything that is not a provider, a route or a client.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(const Context &context, QWidget *parent = nullptr);

    //! Whether something is typed that was not applied.
    bool isEdited() const;
    //! The file's configuration with what is typed.
    Config typed() const;
    //! Shows \a typed, to be applied.
    void type(const Config &typed);

private:
    QList<EditedCard *> editedCards() const;
    void showEvent(QShowEvent *event) override;
    void showPreferences();
    void showConfig();
    void reset();

    Context m_context;
    ListenerCard *m_listener;
    HostsCard *m_hosts;
    StartupCard *m_startup;
    AppearanceCard *m_appearance;
    OriginsCard *m_origins;
    FilesCard *m_files;
    BudgetCard *m_budget;
    LimitsCard *m_limits;
    VersionsCard *m_versions;
};

} // namespace gatehouse
