// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/probe.h"

#include <QObject>

#include <functional>
#include <optional>

namespace gatehouse {

class Gateway;

//! Makes a question out of what stands in a form; nothing when that cannot be asked yet, which the form then
//! says itself.
using ProbeSource = std::function<std::optional<ProbeRequest>()>;

//! One question at a time to a provider. Destroying it gives the question up.
class ProviderProbe final : public QObject
{
    Q_OBJECT

public:
    explicit ProviderProbe(Gateway &gateway, QObject *parent = nullptr);
    ~ProviderProbe() override;

    //! Gives up what runs, and asks this.
    void ask(const ProbeRequest &request);
    void cancel();
    bool running() const { return m_number != 0; }

Q_SIGNALS:
    void runningChanged(bool running);
    void answered(const gatehouse::ProbeResult &result);

private:
    void onProbed(quint64 number, const ProbeResult &result);

    Gateway &m_gateway;
    quint64 m_number = 0; //!< of the question that runs; 0 = none
};

} // namespace gatehouse
