// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/self_test/gateway_self_tester.h"

#include "gateway/gateway.h"

namespace gatehouse {

GatewaySelfTester::GatewaySelfTester(Gateway &gateway, QObject *parent)
    : SelfTester(parent)
    , m_gateway(gateway)
{
    connect(&gateway, &Gateway::selfTestAnswered, this, &SelfTester::answered);
    connect(&gateway, &Gateway::selfTested, this, &SelfTester::finished);
    connect(&gateway, &Gateway::capabilitiesChanged, this, &SelfTester::sheetsChanged);
}

const QList<CapabilitySheet> &GatewaySelfTester::sheets() const
{
    return m_gateway.capabilities();
}

SelfTestEstimate GatewaySelfTester::estimate(const QString &provider, const QString &model) const
{
    return m_gateway.estimateSelfTest(provider, model);
}

quint64 GatewaySelfTester::run(const QString &provider, const QString &model)
{
    return m_gateway.selfTest(provider, model);
}

void GatewaySelfTester::cancel(quint64 number)
{
    m_gateway.cancelSelfTest(number);
}

} // namespace gatehouse
