// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands.h"
#include "app/config_file.h"
#include "gateway/credentials/secret_store.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QHash>
#include <QTemporaryDir>

namespace gatehouse {

//! A keychain in memory, which may also be out of reach.
class FakeKeychain final : public SecretStore
{
public:
    QHash<QString, QByteArray> entries;
    std::optional<Answer> failure;
    std::function<void()> written; //!< is called after a write or a removal

    QString name() const override { return QStringLiteral("Test keychain"); }
    void read(const QString &entry, std::function<void(Answer)> done) override
    {
        const Answer found{Answer::Found, entries.value(entry), {}};
        answer(std::move(done), entries.contains(entry) ? found : missing(entry));
    }
    void write(const QString &entry, const QByteArray &secret, std::function<void(Answer)> done) override
    {
        if (!failure)
            entries.insert(entry, secret);
        if (written)
            written();
        answer(std::move(done), {Answer::Found, {}, {}});
    }
    void remove(const QString &entry, std::function<void(Answer)> done) override
    {
        const bool removed = !failure && entries.remove(entry);
        if (written)
            written();
        answer(std::move(done), removed ? Answer{Answer::Found, {}, {}} : missing(entry));
    }
    void keepForSession(const QString &entry, const QByteArray &secret) override
    {
        entries.insert(entry, secret);
    }
    bool isKeptForSession(const QString &) const override { return false; }

private:
    static Answer missing(const QString &entry)
    {
        return {Answer::NotFound, {}, QStringLiteral("no entry ") + entry};
    }
    void answer(std::function<void(Answer)> done, const Answer &usual) const
    {
        const auto give = [done = std::move(done), given = failure.value_or(usual)] { done(given); };
        QMetaObject::invokeMethod(qApp, give, Qt::QueuedConnection);
    }
};

//! Runs commands on a file and a keychain of its own.
class CommandBench final
{
public:
    CommandBench() { options.configPath = folder.filePath(QStringLiteral("config.json")); }

    int run(Command command, const QString &argument = {}, const QByteArray &input = {})
    {
        QBuffer inDevice, outDevice, errDevice;
        inDevice.setData(input);
        inDevice.open(QIODevice::ReadOnly);
        outDevice.open(QIODevice::WriteOnly);
        errDevice.open(QIODevice::WriteOnly);
        options.command = command;
        options.argument = argument;
        const int code = runCommand(options, keychain, {inDevice, outDevice, errDevice});
        out = outDevice.data();
        err = errDevice.data();
        return code;
    }

    bool put(const QByteArray &text) const { return writeConfigFile(pathsFor(options), text).isEmpty(); }
    QByteArray text() const { return readConfigFile(pathsFor(options)).text; }
    ConfigReading reading() const { return readConfigFile(pathsFor(options)).reading; }

    QTemporaryDir folder;
    Options options;
    FakeKeychain keychain;
    QByteArray out; //!< of the last run
    QByteArray err;

    //! A configuration with one provider.
    static constexpr auto openai = R"({
  "version": 1, // kept
  "providers": [ { "preset": "openai" } ]
})";
};

} // namespace gatehouse
