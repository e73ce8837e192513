// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/credentials/secret_store.h"

#include <QHash>
#include <QObject>

namespace gatehouse {

//! A keychain in memory that can be locked or missing. Answers from the event loop, as the real one does.
class MemorySecretStore final : public QObject, public SecretStore
{
public:
    Answer::State state = Answer::Found; //!< Locked and Unavailable: nothing is read or written
    QHash<QString, QByteArray> entries;
    QHash<QString, QByteArray> session;
    int writes = 0;
    int removals = 0;

    QString name() const override { return QStringLiteral("Test keychain"); }

    void read(const QString &entry, std::function<void(Answer)> done) override
    {
        later([this, entry, done = std::move(done)] {
            if (session.contains(entry))
                done({Answer::Found, session.value(entry)});
            else if (state != Answer::Found)
                done(refusal());
            else if (entries.contains(entry))
                done({Answer::Found, entries.value(entry)});
            else
                done({Answer::NotFound, {}, QStringLiteral("no such entry")});
        });
    }

    void write(const QString &entry, const QByteArray &secret, std::function<void(Answer)> done) override
    {
        ++writes;
        later([this, entry, secret, done = std::move(done)] {
            if (state != Answer::Found)
                return done(refusal());
            entries.insert(entry, secret);
            done({Answer::Found});
        });
    }

    void remove(const QString &entry, std::function<void(Answer)> done) override
    {
        ++removals;
        later([this, entry, done = std::move(done)] {
            session.remove(entry);
            if (state != Answer::Found)
                return done(refusal());
            done({entries.remove(entry) > 0 ? Answer::Found : Answer::NotFound});
        });
    }

    void keepForSession(const QString &entry, const QByteArray &secret) override
    {
        session.insert(entry, secret);
    }
    bool isKeptForSession(const QString &entry) const override { return session.contains(entry); }

private:
    Answer refusal() const { return {state, {}, QStringLiteral("the test keychain does not open")}; }

    void later(std::function<void()> call)
    {
        QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
    }
};

} // namespace gatehouse
