// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config_store.h"
#include "app/gateway_host.h"
#include "app/preference_file.h"
#include "ui/program.h"

namespace gatehouse {

//! What the window and the tray may ask for, done with the gateway and its files.
class DesktopProgram final : public Program
{
    Q_OBJECT

public:
    DesktopProgram(const Options &options, GatewayHost &host, ConfigStore &store);

    Places places() const override;
    Preferences preferences() const override { return m_chosen; }
    void setPreferences(const Preferences &preferences) override;
    QVariant remembered(const QString &name) const override { return m_file.remembered(name); }
    void remember(const QString &name, const QVariant &value) override { m_file.remember(name, value); }
    bool startsAtLogin() const override;
    QString setStartsAtLogin(bool on) override;
    void startGateway() override;
    void stopGateway() override;
    void quit() override;
    QList<ConfigVersion> versions() const override { return m_store.versions(); }
    Result<Config> configOf(const ConfigVersion &version) const override { return m_store.configOf(version); }
    QString restore(const ConfigVersion &version) override { return m_store.restore(version); }
    QString portOwner(quint16 port) const override;
    quint16 freePortAfter(quint16 port) const override;
    int literalKeys() const override { return m_store.literalKeys(); }
    void moveLiteralKeys(std::function<void(QString)> done) override;

Q_SIGNALS:
    void quitRequested();
    //! The listener stays where it was, against the configuration.
    //! \a port is not 0 where a port is taken.
    void moveFailed(const QString &message, quint16 port);

private:
    void onFailed(const QString &message, bool addressInUse);

    const Options m_options;
    GatewayHost &m_host;
    ConfigStore &m_store;
    PreferenceFile m_file;
    Preferences m_chosen;
    bool m_wanted = false;
    bool m_listening = false;
};

} // namespace gatehouse
