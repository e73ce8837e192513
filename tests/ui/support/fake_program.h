// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/program.h"

namespace gatehouse {

//! Stands in for the program around the window, and notes what it was asked to do.
class FakeProgram final : public Program
{
public:
    Preferences chosen;
    QVariantHash memory;
    bool atLogin = false;
    QString loginProblem;
    int starts = 0;
    int stops = 0;
    int quits = 0;
    int moves = 0;
    int literals = 0;
    QString moveProblem;
    QList<ConfigVersion> kept;
    Config keptConfig;
    QStringList restored; //!< paths
    QString owner = QStringLiteral("jan (process 812)");
    quint16 freePort = 1338;

    Places where = {QStringLiteral("/home/ann/.config/gatehouse/config.json"),
                    QStringLiteral("/home/ann/.local/share/gatehouse"),
                    QStringLiteral("/home/ann/.local/share/gatehouse/gatehouse.log")};

    Places places() const override { return where; }
    Preferences preferences() const override { return chosen; }
    void setPreferences(const Preferences &preferences) override
    {
        chosen = preferences;
        Q_EMIT preferencesChanged();
    }
    QVariant remembered(const QString &name) const override { return memory.value(name); }
    void remember(const QString &name, const QVariant &value) override { memory.insert(name, value); }
    bool startsAtLogin() const override { return atLogin; }
    QString setStartsAtLogin(bool on) override
    {
        if (loginProblem.isEmpty())
            atLogin = on;
        return loginProblem;
    }
    void startGateway() override { ++starts; }
    void stopGateway() override { ++stops; }
    void quit() override { ++quits; }
    QList<ConfigVersion> versions() const override { return kept; }
    Result<Config> configOf(const ConfigVersion &) const override { return keptConfig; }
    QString restore(const ConfigVersion &version) override
    {
        restored.append(version.path);
        return {};
    }
    QString portOwner(quint16) const override { return owner; }
    quint16 freePortAfter(quint16) const override { return freePort; }
    int literalKeys() const override { return literals; }
    void moveLiteralKeys(std::function<void(QString)> done) override
    {
        ++moves;
        if (moveProblem.isEmpty())
            literals = 0;
        done(moveProblem);
    }
};

} // namespace gatehouse
