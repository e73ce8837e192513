// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/ui_rig.h"
#include "ui/theme/color_scheme.h"
#include "ui/tray/notice_board.h"
#include "ui/tray/tray_host.h"

namespace gatehouse {

//! A place for icons that comes and goes as the test says.
class FakeTrayHost final : public TrayHost
{
public:
    bool available() override { return m_there; }
    void set(bool there)
    {
        m_there = there;
        Q_EMIT changed();
    }

private:
    bool m_there = false;
};

//! Light or dark as the test says.
class FakeScheme final : public ColorScheme
{
public:
    bool dark() const override { return m_dark; }
    void set(bool dark)
    {
        m_dark = dark;
        Q_EMIT changed();
    }

private:
    bool m_dark = false;
};

//! Notes what it is to show.
class FakeNoticeBoard final : public NoticeBoard
{
public:
    QList<Notice> shown;

    void show(const Notice &notice) override { shown.append(notice); }
};

//! A gateway that listens, with one provider in \a state.
inline GatewayStatus listeningWith(ProviderState state, bool usable, const QString &reason = {})
{
    GatewayStatus status;
    status.listening = true;
    status.host = QStringLiteral("127.0.0.1");
    status.port = 1337;
    status.level = usable ? GatewayStatus::Ok : GatewayStatus::Down;
    ProviderStatus provider{QStringLiteral("openai"), QStringLiteral("OpenAI"), state, reason};
    provider.usable = usable;
    status.providers = {provider};
    return status;
}

} // namespace gatehouse
