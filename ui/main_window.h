// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QStackedWidget;

namespace gatehouse {

class SettingsPage;
class SideBar;
class WindowNotes;

//! The one window: a side bar, and the page that is chosen there. Pages are built when they are first opened.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Context &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! The order of the side bar.
    enum PageId { Overview, Providers, Routes, Clients, Connect, Usage, Requests, Settings };
    void showPage(PageId page);
    PageId page() const;
    //! The settings, where they were opened; else null.
    SettingsPage *settings() const;
    //! Whether something that was edited is not saved: in a dialog, or among the settings.
    bool isEdited() const;
    //! Asks where something that was edited is not saved; false: the program is to go on.
    bool mayQuit();

    //! What tells, when the window is closed, whether there is a tray that it can be opened from again.
    void setTrayProbe(std::function<bool()> available);

public Q_SLOTS:
    //! Where there is no tray, closing asks whether the program is to go on.
    void setTrayAvailable(bool available);

Q_SIGNALS:
    //! For the first time ever, while the program goes on in the tray.
    void firstClosed();

private:
    struct Entry
    {
        QString title;
        QString icon;
        std::function<QWidget *()> build;
        QWidget *page = nullptr; //!< null until it was opened
    };

    void listPages();
    void addPage(const QString &title, const QString &icon, std::function<QWidget *()> build);
    QWidget *makeRequestsPage();
    void onPageChosen(int row);
    void addShortcuts();
    void restorePlace();
    void closeEvent(QCloseEvent *event) override;
    void hideEvent(QHideEvent *event) override;

    Context m_context;
    SideBar *m_sideBar;
    QStackedWidget *m_pages;
    WindowNotes *m_notes;
    std::vector<Entry> m_entries;
    std::function<bool()> m_trayProbe;
    bool m_trayAvailable = true;
};

} // namespace gatehouse
