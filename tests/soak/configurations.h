// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/hosts.h"

#include <QByteArray>
#include <QRandomGenerator>

namespace gatehouse::soak {

//! Configurations for a set of hosts, as a person may write them one after the other.
class Configurations final
{
public:
    explicit Configurations(const Hosts &hosts)
        : m_hosts(hosts.all())
    {
    }

    //! The one to begin and to end with.
    QByteArray plain() const;
    //! Providers come, go and change: their models, limits, keys, times; what questions are for stays.
    QByteArray edited(QRandomGenerator &random) const;
    //! One that must not come into force.
    static QByteArray broken(QRandomGenerator &random);
    //! A `.env` beside it: one of two values for each of its variables.
    static QByteArray environment(QRandomGenerator &random);

private:
    QByteArray provider(const Hosts::Host &host, const QByteArray &id, const QByteArray &models,
                        const QByteArray &key, const QByteArray &more) const;
    QByteArray text(const QByteArrayList &providers, int cooldownSeconds) const;

    QList<Hosts::Host> m_hosts;
};

} // namespace gatehouse::soak
