// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/faults.h"
#include "tests/support/fake_provider.h"

#include <QTcpSocket>

#include <memory>
#include <vector>

namespace gatehouse::soak {

//! All fake providers: a healthy one of each dialect, some for each fault, one that is not there.
class Hosts final
{
public:
    struct Host
    {
        QByteArray id; //!< in the configuration
        QByteArray dialect;
        Fault fault = Fault::None;
        quint16 port = 0;
    };

    explicit Hosts(quint32 seed);

    const QList<Host> &all() const { return m_hosts; }
    //! What they were asked so far, which they would keep for ever, is let go.
    void forget();

private:
    void add(const QByteArray &id, const QByteArray &dialect, Fault fault, quint32 seed);

    QList<Host> m_hosts;
    std::vector<std::unique_ptr<FakeProvider>> m_providers;
    QTcpSocket m_nobody; //!< holds a port at which nobody listens
};

} // namespace gatehouse::soak
