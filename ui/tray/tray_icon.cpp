// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray_icon.h"

#include "ui/live_status.h"
#include "ui/money/budget_text.h"
#include "ui/overview/run_state.h"
#include "ui/theme/icons.h"
#include "ui/theme/palettes.h"
#include "ui/today/today_text.h"
#include "ui/today/usage_today.h"
#include "ui/tray/short_text.h"
#include "ui/tray/tray_menu.h"
#include "ui/tray/tray_state.h"

#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {
namespace {

constexpr std::chrono::milliseconds noticeTime = 10s;

QSystemTrayIcon::MessageIcon messageIcon(Tone tone)
{
    switch (tone) {
    case Tone::Bad:
        return QSystemTrayIcon::Critical;
    case Tone::Warning:
        return QSystemTrayIcon::Warning;
    default:
        return QSystemTrayIcon::Information;
    }
}

QString budgetLine(const BudgetStatus &status)
{
    return status.client.isEmpty()
               ? TrayIcon::tr("The budget is used up")
               : TrayIcon::tr("The budget of %1 is used up").arg(noticeText(status.client, 40));
}

QString toolTipFor(const Context &context)
{
    const LiveStatus &status = context.status;
    QStringList lines{TrayIcon::tr("Gatehouse: %1").arg(runStateName(runStateOf(status)))};
    if (const QString url = status.baseUrl(); !url.isEmpty()) {
        lines.append(url);
        lines.append(TrayIcon::tr("Requests in flight: %1").arg(status.now().inFlight));
    }
    if (const QString today = todayText(context.today); !today.isEmpty())
        lines.append(today);
    for (const BudgetStatus &budget : status.now().budgets) {
        if (isUsedUp(budget))
            lines.append(budgetLine(budget));
    }
    if (!context.today.state().writing)
        lines.append(TrayIcon::tr("Usage cannot be written to disk"));
    return lines.join(u'\n');
}

} // namespace

TrayIcon::TrayIcon(const Context &context, QObject *parent)
    : TrayIcon(context, systemTrayHost(), systemColorScheme(), desktopNoticeBoard(), parent)
{
}

TrayIcon::TrayIcon(const Context &context, std::unique_ptr<TrayHost> host,
                   std::unique_ptr<ColorScheme> scheme, std::unique_ptr<NoticeBoard> board, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_host(std::move(host))
    , m_scheme(std::move(scheme))
    , m_board(std::move(board))
{
    if (m_board) {
        connect(m_board.get(), &NoticeBoard::clicked, this, &TrayIcon::openRequested);
        connect(m_board.get(), &NoticeBoard::refused, this, &TrayIcon::showBeside);
    }
    connect(m_host.get(), &TrayHost::changed, this, [this] {
        place();
        Q_EMIT availabilityChanged(available());
    });
    connect(m_scheme.get(), &ColorScheme::changed, this, &TrayIcon::draw);
    connect(&context.status, &LiveStatus::changed, this, &TrayIcon::refresh);
    connect(&context.today, &UsageToday::changed, this, &TrayIcon::refresh);
    refresh();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::show()
{
    m_shown = true;
    place();
}

void TrayIcon::retranslate()
{
    refresh();
    place();
}

bool TrayIcon::available() const
{
    return m_host->available();
}

//! Made anew for each host: Qt decides once for an icon how it is shown.
void TrayIcon::place()
{
    m_icon.reset();
    m_menu.reset();
    if (!m_shown || !available())
        return;
    m_menu = std::make_unique<TrayMenu>(m_context);
    connect(m_menu.get(), &TrayMenu::openRequested, this, &TrayIcon::openRequested);
    connect(m_menu.get(), &TrayMenu::aboutRequested, this, &TrayIcon::aboutRequested);
    connect(m_menu.get(), &TrayMenu::quitRequested, this, &TrayIcon::quitRequested);
    connect(m_menu.get(), &TrayMenu::failed, this, [this](const QString &problem) {
        tell({{}, tr("That could not be saved"), noticeText(problem), Tone::Bad});
    });
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setIcon(m_picture);
    m_icon->setToolTip(m_toolTip);
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    Q_EMIT openRequested();
            });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, [this] {
        // Qt tells of clicks on other programs' notices too, where the server tells everyone.
        if (m_showedBeside)
            Q_EMIT openRequested();
    });
    m_icon->show();
}

void TrayIcon::tell(const Notice &notice)
{
    if (m_board)
        m_board->show(notice);
    else
        showBeside(notice);
}

void TrayIcon::showBeside(const Notice &notice)
{
    if (!m_icon)
        return;
    m_showedBeside = true;
    m_icon->showMessage(notice.title, notice.text, messageIcon(notice.tone), int(noticeTime.count()));
}

void TrayIcon::refresh()
{
    draw();
    const QString toolTip = toolTipFor(m_context);
    if (std::exchange(m_toolTip, toolTip) != toolTip && m_icon)
        m_icon->setToolTip(toolTip);
}

void TrayIcon::draw()
{
    const QPalette palette = m_host->isDark(m_scheme->dark()) ? darkPalette() : lightPalette();
    const QColor ink = palette.color(QPalette::WindowText);
    const QString name = trayDrawing(trayStateOf(m_context.status));
    if (const QString drawing = name + ink.name(); std::exchange(m_drawing, drawing) == drawing)
        return;
    m_picture = pixmapIcon(name, ink);
    if (m_icon)
        m_icon->setIcon(m_picture);
}

} // namespace gatehouse
