// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QTemporaryDir>

namespace gatehouse {

//! A running `gatehoused` with a configuration and a data folder of its own, on a free port.
class GatehouseProcess final
{
public:
    //! \a config: the text of `config.json`. \a variables are added to a bare environment. Runs once url() is
    //! not empty.
    explicit GatehouseProcess(const QByteArray &config, const QStringList &options = {},
                              const QStringList &variables = {});
    ~GatehouseProcess();

    bool isListening() const { return !m_url.isEmpty(); }
    QString url() const { return m_url; } //!< without a trailing slash
    quint16 port() const;
    qint64 pid() const { return m_process.processId(); }
    qint64 residentKiB() const { return status("VmRSS:"); }
    qint64 peakResidentKiB() const { return status("VmHWM:"); }

    QString folder() const { return m_folder.path(); }
    //! Replaces `config.json` as editors do: a new file takes the old one's place.
    void saveConfig(const QByteArray &config);

    QByteArray log() const; //!< all of stderr until now
    QByteArray output();    //!< what stdout has said since the last call, at first the first line too
    //! The usage records among the log's lines, oldest first; \a code: only those that ended with it.
    QList<QJsonObject> records() const;
    QList<QJsonObject> recordsWithCode(const QString &code) const;
    //! The record of the answer with that `x-request-id`, which is waited for; empty if none comes within
    //! five seconds.
    QJsonObject recordOf(const QByteArray &requestId) const;

    void signal(int number) const;
    //! SIGSTOP; returns once every thread stands still, false if that cannot be told. SIGCONT ends it.
    bool freeze() const;
    //! Waits until it has ended by itself and returns its exit code; -1 if it crashed or goes on for 15 s.
    int waitForExit();
    //! SIGTERM, then waitForExit().
    int stop();

private:
    qint64 status(const QByteArray &field) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_firstLine;
    QString m_url;
};

//! The text of a configuration with these \a providers; \a more: further top-level members, each with a comma
//! before it.
QByteArray configWith(const QByteArrayList &providers, const QByteArray &more = {});
//! A provider at 127.0.0.1:\a port with the key `${FAKE_KEY}`; \a models: names, separated by commas, or
//! `name=alias`; \a more as above.
QByteArray providerAt(quint16 port, const QByteArray &id, const QByteArray &models,
                      const QByteArray &more = {});

//! The key that configurations of providerAt() send, and the variable that holds it.
inline const QByteArray fakeKey = "sk-fake-5c2e9f30a1b84d76";
inline const QString fakeKeyVariable = QStringLiteral("FAKE_KEY=sk-fake-5c2e9f30a1b84d76");

} // namespace gatehouse
