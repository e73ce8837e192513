// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_probe.h"

#include "gateway/gateway.h"

namespace gatehouse {

ProviderProbe::ProviderProbe(Gateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
    connect(&gateway, &Gateway::probed, this, &ProviderProbe::onProbed);
}

ProviderProbe::~ProviderProbe()
{
    if (running())
        m_gateway.cancelProbe(m_number);
}

void ProviderProbe::ask(const ProbeRequest &request)
{
    cancel();
    m_number = m_gateway.probe(request);
    Q_EMIT runningChanged(true);
}

void ProviderProbe::cancel()
{
    if (!running())
        return;
    m_gateway.cancelProbe(m_number);
    m_number = 0;
    Q_EMIT runningChanged(false);
}

void ProviderProbe::onProbed(quint64 number, const ProbeResult &result)
{
    if (!running() || number != m_number)
        return;
    m_number = 0;
    Q_EMIT runningChanged(false);
    Q_EMIT answered(result);
}

} // namespace gatehouse
