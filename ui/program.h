// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/config.h"
#include "ui/preferences.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>
#include <QVariant>

#include <functional>

namespace gatehouse {

//! Where the program keeps things; absolute paths.
struct Places
{
    QString config;
    QString dataDir;
    QString log;
};

//! An earlier config.json that was kept.
struct ConfigVersion
{
    QString path;
    QDateTime time; //!< UTC
    qint64 bytes = 0;
};

//! What the window and the tray ask of the program around them.
class Program : public QObject
{
    Q_OBJECT

public:
    virtual Places places() const = 0;

    virtual Preferences preferences() const = 0;
    //! Put in force at once; preferencesChanged() follows.
    virtual void setPreferences(const Preferences &preferences) = 0;

    //! Small things to be remembered between starts, such as the window's place; invalid if there are none.
    virtual QVariant remembered(const QString &name) const = 0;
    virtual void remember(const QString &name, const QVariant &value) = 0;

    //! Whether the program starts, hidden, when its user logs in.
    virtual bool startsAtLogin() const = 0;
    //! Returns why that cannot be done; empty if it is.
    virtual QString setStartsAtLogin(bool on) = 0;

    virtual void startGateway() = 0;
    //! Running requests have ten seconds.
    virtual void stopGateway() = 0;
    virtual void quit() = 0;

    //! Newest first.
    virtual QList<ConfigVersion> versions() const = 0;
    //! What an earlier version says; errors: why that cannot be told.
    virtual Result<Config> configOf(const ConfigVersion &version) const = 0;
    //! Puts an earlier version in force, keeping the present one. Returns why not; empty if it is.
    virtual QString restore(const ConfigVersion &version) = 0;

    //! Who listens on \a port, such as `jan (process 812)`; empty where that cannot be found out.
    virtual QString portOwner(quint16 port) const = 0;
    //! The next port above \a port that is free; 0 if none is.
    virtual quint16 freePortAfter(quint16 port) const = 0;

    //! How many keys stand in the configuration file as they are, in plain text.
    virtual int literalKeys() const = 0;
    //! Moves them into the keychain and writes references in their place; \a done says why not, empty if it
    //! worked.
    virtual void moveLiteralKeys(std::function<void(QString problem)> done) = 0;

Q_SIGNALS:
    void preferencesChanged();
    //! Whether the gateway is wanted: started and not stopped, be its port taken or not.
    void gatewayWanted(bool wanted);
    //! Why the gateway does not listen; empty: it does, or is not wanted. \a port is not 0 where a port is
    //! taken.
    void listenFailed(const QString &message, quint16 port);
};

} // namespace gatehouse
