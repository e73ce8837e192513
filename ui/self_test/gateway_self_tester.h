// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/self_test/self_tester.h"

namespace gatehouse {

class Gateway;

//! Has the gateway ask.
class GatewaySelfTester final : public SelfTester
{
    Q_OBJECT

public:
    explicit GatewaySelfTester(Gateway &gateway, QObject *parent = nullptr);

    const QList<CapabilitySheet> &sheets() const override;
    SelfTestEstimate estimate(const QString &provider, const QString &model) const override;
    quint64 run(const QString &provider, const QString &model) override;
    void cancel(quint64 number) override;

private:
    Gateway &m_gateway;
};

} // namespace gatehouse
