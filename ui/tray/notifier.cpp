// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/notifier.h"

#include "ui/draft.h"
#include "ui/program.h"
#include "ui/tray/tray_icon.h"

namespace gatehouse {

Notifier::Notifier(TrayIcon &tray, const Context &context, QObject *parent)
    : QObject(parent)
    , m_tray(tray)
    , m_context(context)
{
}

void Notifier::onStatus(const GatewayStatus &status)
{
    tell(statusNotices(status));
}

void Notifier::onRecord(const UsageRecord &record)
{
    tell(recordNotices(record, m_context.draft.config()));
}

void Notifier::onAlert(const Alert &alert)
{
    if (const auto notice = alertNotice(alert, m_context.draft.config()))
        tell({*notice});
}

void Notifier::onConfigRejected(const QString &summary)
{
    tell({configNotice(summary)});
}

void Notifier::onPortTaken(quint16 port, const QString &owner)
{
    tell({portNotice(port, owner)});
}

void Notifier::tell(const QList<Notice> &notices)
{
    if (notices.isEmpty() || !m_context.program.preferences().notifications)
        return;
    for (const Notice &notice : notices) {
        if (m_gate.admits(notice, std::chrono::steady_clock::now()))
            m_tray.tell(notice);
    }
}

} // namespace gatehouse
