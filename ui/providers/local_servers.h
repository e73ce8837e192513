// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace gatehouse {

class Gateway;
struct Config;
struct ProbeResult;
struct Provider;

//! Looks which of the local servers that we know run on this machine, by asking each for its models.
class LocalServers final : public QObject
{
    Q_OBJECT

public:
    explicit LocalServers(Gateway &gateway, QObject *parent = nullptr);

    //! Asks all that are not the gateway of \a config itself; answers come with found().
    void look(const Config &config);
    //! Ids of presets, in the order they answered.
    const QStringList &running() const { return m_running; }

Q_SIGNALS:
    void found(const QString &preset);

private:
    void ask(const Provider &provider);

    Gateway &m_gateway;
    QStringList m_running;
};

} // namespace gatehouse
