// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/secret_bytes.h"
#include "gateway/credentials/secret_store.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <deque>

namespace QKeychain {
class Job;
}

namespace gatehouse {

//! The operating system's keychain (service `gatehouse`), through QtKeychain. Never blocks, and never
//! falls back to a file. One request at a time, since several at once would ask for the password
//! several times.
class Keychain final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    //! A request that takes longer than \a limit is answered with Locked: the keychain then waits for
    //! a person, or for ever.
    explicit Keychain(std::chrono::milliseconds limit, QObject *parent = nullptr);
    ~Keychain() override;

    QString name() const override;

    //! Finds text as it was written.
    void read(const QString &entry, std::function<void(Answer)> done) override;
    //! Replaces what is there. Not every system takes more than `longestSecret` bytes.
    void write(const QString &entry, const QByteArray &secret, std::function<void(Answer)> done) override;
    void remove(const QString &entry, std::function<void(Answer)> done) override;

    void keepForSession(const QString &entry, const QByteArray &secret) override;
    bool isKeptForSession(const QString &entry) const override { return m_session.contains(entry); }

    static constexpr qsizetype longestSecret = 2000;

Q_SIGNALS:
    //! The keychain answers again after it did not, or would not: asking again is worth it.
    void awoke();
    //! An entry was written or removed: what was read of it before counts no more.
    void changed();

private:
    struct Request
    {
        QString entry;
        std::function<QKeychain::Job *()> makeJob;
        bool changes = false; //!< what is stored
        std::function<void(Answer)> done;
    };

    void add(Request request);
    void startNext();
    void onFinished(QKeychain::Job &job);
    void tell(const Request &request, const Answer &answer);
    void onLimit();
    Answer lateAnswer() const;
    void answerLater(std::function<void(Answer)> done, Answer answer);

    std::chrono::milliseconds m_limit;
    QHash<QString, SecretBytes> m_session; //!< what is kept in memory only
    std::deque<Request> m_queue;           //!< the first is running while m_running is set
    bool m_running = false;
    bool m_late = false;           //!< what runs has been answered already
    QSet<QString> m_lockedEntries; //!< whose last answer was Locked
    QTimer m_timer;
};

} // namespace gatehouse
