// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connect/app_setup.h"
#include "ui/connect/change_dialog.h"
#include "ui/widgets/page.h"

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace gatehouse {

class AppPanel;
class AppsModel;

//! The applications that can ask the gateway: their settings to copy, set-up with its difference shown first,
//! and the way back.
class ConnectPage final : public Page
{
    Q_OBJECT

public:
    explicit ConnectPage(const Context &context, const Surroundings &surroundings = ownSurroundings(),
                         QWidget *parent = nullptr);

    //! Offers to set up anew all that asks another address, or with a key that is not taken.
    void updateStale();

Q_SIGNALS:
    //! Something was set up, or put back.
    void connectionsChanged();

private:
    QWidget *makeList();
    void refresh();
    void onChosen();
    //! The app that is chosen, or null.
    const ConnectableApp *chosen() const;
    void setUp();
    void undo(const ConnectableApp &app);
    void makeKey();
    void open(ChangeDialog::Deed deed, std::function<void()> done);
    void sayStale();
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool event(QEvent *event) override;

    Context m_context;
    AppSetup m_setup;
    AppsModel *m_apps;
    QSortFilterProxyModel *m_found;
    QLineEdit *m_search;
    QListView *m_list;
    AppPanel *m_panel;
    Banner *m_stale;
    QString m_shown; //!< the id of the app that the panel shows
};

} // namespace gatehouse
