// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/gateway_status.h"

#include <QObject>

namespace gatehouse {

//! How the gateway fares, as it was told last: for pages that are built later than it was told.
class LiveStatus final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const GatewayStatus &now() const { return m_status; }
    //! Whether the gateway is meant to run.
    bool wanted() const { return m_wanted; }
    //! Why it does not listen although it is meant to; empty if it does.
    const QString &failure() const { return m_failure; }
    //! The port that is taken, if that is the failure; else 0.
    quint16 takenPort() const { return m_takenPort; }
    //! What is wrong with the newest configuration; empty if nothing is.
    const QString &configProblem() const { return m_configProblem; }
    //! Why the gateway still listens where it did, against the configuration, which is in force but for that;
    //! empty if it does not.
    const QString &moveFailure() const { return m_moveFailure; }
    //! The port that is taken, if that is why; else 0.
    quint16 refusedPort() const { return m_refusedPort; }
    //! `http://127.0.0.1:1337`, without a path; empty while it does not listen.
    QString baseUrl() const;
    //! The provider of that id, or null. Valid until the next change.
    const ProviderStatus *provider(const QString &id) const;

public Q_SLOTS:
    void setStatus(const gatehouse::GatewayStatus &status);
    void setWanted(bool wanted);
    void setFailure(const QString &message, quint16 takenPort);
    void setConfigProblem(const QString &problem);
    void setMoveFailure(const QString &message, quint16 takenPort);

Q_SIGNALS:
    void changed();

private:
    GatewayStatus m_status;
    bool m_wanted = false;
    QString m_failure;
    quint16 m_takenPort = 0;
    QString m_configProblem;
    QString m_moveFailure;
    quint16 m_refusedPort = 0;
};

} // namespace gatehouse
