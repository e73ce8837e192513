// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/local_servers.h"

#include "gateway/config/config.h"
#include "gateway/config/presets.h"
#include "ui/program.h"
#include "ui/providers/provider_probe.h"

#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {

LocalServers::LocalServers(const Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void LocalServers::look(const Config &config)
{
    for (const Preset &preset : presets()) {
        const int port = QUrl(preset.provider.baseUrl).port();
        if (preset.local && port != config.listener.port && !isGatehouse(port))
            ask(preset.provider);
    }
}

//! Who has the port costs a look at every process, so only our usual one, which is Jan's too, is asked for.
bool LocalServers::isGatehouse(int port) const
{
    if (port != Listener().port)
        return false;
    const QString program = m_context.program.portOwner(quint16(port)).section(u' ', 0, 0);
    return program == "gatehouse"_L1 || program == "gatehoused"_L1;
}

void LocalServers::ask(const Provider &provider)
{
    ProbeRequest request{ProbeRequest::Models, provider};
    request.provider.timeouts = {1s, 2s, 2s};
    request.provider.proxy = u"none"_s;
    auto *probe = new ProviderProbe(m_context.gateway, this);
    connect(probe, &ProviderProbe::answered, this,
            [this, probe, id = provider.id](const ProbeResult &result) {
                probe->deleteLater();
                // One that wants a key runs too.
                if (result.outcome != ProbeResult::Ok && result.outcome != ProbeResult::KeyRefused)
                    return;
                m_running.append(id);
                Q_EMIT found(id);
            });
    probe->ask(request);
}

} // namespace gatehouse
