// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/theme/color_scheme.h"
#include "ui/tray/notice_board.h"
#include "ui/tray/tray_host.h"

#include <QIcon>
#include <QObject>

#include <memory>

class QSystemTrayIcon;

namespace gatehouse {

class TrayMenu;

//! The program's icon in the tray: how the gateway is, and what can be done about it. It appears by itself
//! where a place for it turns up later.
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(const Context &context, QObject *parent = nullptr);
    //! \a board may be null.
    TrayIcon(const Context &context, std::unique_ptr<TrayHost> host, std::unique_ptr<ColorScheme> scheme,
             std::unique_ptr<NoticeBoard> board, QObject *parent = nullptr);
    ~TrayIcon() override;

    void show();
    //! Says all it says in the language that is spoken now.
    void retranslate();
    //! Whether there is a place for it.
    bool available() const;
    //! Shows \a notice where the desktop does, else beside the icon, if there is one.
    void tell(const Notice &notice);

    //! What it shows, for those that have no tray to look at.
    QIcon icon() const { return m_picture; }
    QString toolTip() const { return m_toolTip; }
    //! Null while there is no place for it.
    TrayMenu *menu() const { return m_menu.get(); }

Q_SIGNALS:
    void availabilityChanged(bool available);
    void openRequested();
    void aboutRequested();
    void quitRequested();

private:
    void place();
    void refresh();
    void draw();
    void showBeside(const Notice &notice);

    Context m_context;
    std::unique_ptr<TrayHost> m_host;
    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<NoticeBoard> m_board; //!< null: notices stand beside the icon
    std::unique_ptr<TrayMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; //!< null while there is no place for it
    QString m_drawing;                       //!< what m_picture was made of
    QIcon m_picture;
    QString m_toolTip;
    bool m_shown = false;
    bool m_showedBeside = false;
};

} // namespace gatehouse
