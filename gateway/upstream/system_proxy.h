// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/upstream/proxy.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <optional>

namespace gatehouse {

//! Follows the proxy settings of the system (environment, desktop). Asking it may run a script or load one
//! from the network, so that is done beside the gateway thread, and what came out is used for a while.
class SystemProxy final : public QObject
{
    Q_OBJECT

public:
    explicit SystemProxy(QObject *parent = nullptr);

    //! The way to \a baseUrl's host; nothing while it is being found out: found() follows.
    std::optional<Proxy> find(const QByteArray &baseUrl);

    static constexpr std::chrono::seconds askAgainAfter{2};
    static constexpr std::chrono::seconds goodFor{60}; //!< used while it is asked again, not longer

Q_SIGNALS:
    void found();

private:
    struct Known
    {
        std::optional<Proxy> proxy;
        TimePoint askedAt;
        bool asking = false;
    };

    void ask(const QByteArray &baseUrl);

    QHash<QByteArray, Known> m_known; //!< by base URL
    QThreadPool m_pool;
};

} // namespace gatehouse
