// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QObject>
#include <QStringList>

namespace gatehouse {

struct Config;
struct Provider;

//! Looks which of the local servers that we know run on this machine, by asking each for its models.
class LocalServers final : public QObject
{
    Q_OBJECT

public:
    explicit LocalServers(const Context &context, QObject *parent = nullptr);

    //! Asks all that are no Gatehouse, neither that of \a config nor another one; answers come with found().
    void look(const Config &config);
    //! Ids of presets, in the order they answered.
    const QStringList &running() const { return m_running; }

Q_SIGNALS:
    void found(const QString &preset);

private:
    void ask(const Provider &provider);

    bool isGatehouse(int port) const;

    Context m_context;
    QStringList m_running;
};

} // namespace gatehouse
