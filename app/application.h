// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config_store.h"
#include "app/desktop_program.h"
#include "app/gateway_host.h"
#include "app/language.h"
#include "app/single_instance.h"
#include "app/unix_signals.h"
#include "ui/context.h"
#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"
#include "ui/today/usage_today.h"
#include "ui/tray/notifier.h"
#include "ui/tray/tray_icon.h"

#include <QObject>

#include <memory>

namespace gatehouse {

//! The tray program: builds the gateway, the tray and, when it is wanted, the window, and connects them.
class Application final : public QObject
{
    Q_OBJECT

public:
    //! \a first holds the lock of this data folder.
    Application(const Options &options, SingleInstance &first);
    ~Application() override;

    //! Puts the configuration in force, shows tray and window, starts the gateway.
    void begin();
    //! Begins, runs until it is quit, and returns the exit code.
    int run();
    //! Shows the window, above the others.
    void openWindow();
    //! Null until it was opened.
    MainWindow *window() const { return m_window.get(); }
    const TrayIcon &tray() const { return m_tray; }
    const LiveStatus &status() const { return m_status; }

private:
    void connectGateway();
    void connectTray();
    void loadDraft();
    void putPreferencesInForce();
    void buildWindow();
    void rebuildWindow();
    void askToQuit();
    void quit();
    bool isQuitting() const { return m_timesTold > 0; }

    const Options m_options;
    SingleInstance &m_first;
    SpokenLanguage m_language;
    UnixSignals m_signals;
    GatewayHost m_host;
    ConfigStore m_store;
    DesktopProgram m_program;
    Draft m_draft;
    LiveStatus m_status;
    UsageToday m_today;
    Context m_context;
    Theme m_theme;
    TrayIcon m_tray;
    Notifier m_notifier;
    std::unique_ptr<MainWindow> m_window; //!< once it was opened
    int m_timesTold = 0;                  //!< to quit
    bool m_asking = false;                //!< whether it may be quit
};

} // namespace gatehouse
