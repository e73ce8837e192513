// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/local_servers.h"

#include "gateway/config/config.h"
#include "gateway/config/presets.h"
#include "ui/providers/provider_probe.h"

#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {

LocalServers::LocalServers(Gateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
}

void LocalServers::look(const Config &config)
{
    for (const Preset &preset : presets()) {
        if (preset.local && QUrl(preset.provider.baseUrl).port() != config.listener.port)
            ask(preset.provider);
    }
}

void LocalServers::ask(const Provider &provider)
{
    ProbeRequest request{ProbeRequest::Models, provider};
    request.provider.timeouts = {1s, 2s, 2s};
    request.provider.proxy = u"none"_s;
    auto *probe = new ProviderProbe(m_gateway, this);
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
