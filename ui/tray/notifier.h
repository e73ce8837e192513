// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/tray/notices.h"

#include <QObject>

namespace gatehouse {

class TrayIcon;

//! Tells in the tray what happens, if that is wanted.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    Notifier(TrayIcon &tray, const Context &context, QObject *parent = nullptr);

public Q_SLOTS:
    void onStatus(const gatehouse::GatewayStatus &status);
    void onRecord(const gatehouse::UsageRecord &record);
    void onAlert(const gatehouse::Alert &alert);
    void onConfigRejected(const QString &summary);
    //! \a owner as Program::portOwner() has it.
    void onPortTaken(quint16 port, const QString &owner);

private:
    void tell(const QList<Notice> &notices);

    TrayIcon &m_tray;
    Context m_context;
    NoticeGate m_gate;
};

} // namespace gatehouse
