// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace gatehouse {

//! Where secrets are kept: the OS keychain, or memory in tests. Calls return at once; the answer
//! comes later, in the caller's thread. An entry is named `provider[/n]@host[:port]`.
class SecretStore
{
public:
    struct Answer
    {
        enum State { Found, NotFound, Locked, Unavailable };
        State state = NotFound;
        QByteArray secret = {};
        QString message = {}; //!< for a person, when not found
    };

    virtual ~SecretStore() = default;

    //! What a person calls it, such as `GNOME Keyring`.
    virtual QString name() const = 0;
    virtual void read(const QString &entry, std::function<void(Answer)> done) = 0;
    virtual void write(const QString &entry, const QByteArray &secret, std::function<void(Answer)> done) = 0;
    virtual void remove(const QString &entry, std::function<void(Answer)> done) = 0;

    //! Where nothing else keeps secrets: holds \a secret in memory, until the program ends, and answers
    //! read() with it.
    virtual void keepForSession(const QString &entry, const QByteArray &secret) = 0;
    //! Whether \a entry is kept in memory only.
    virtual bool isKeptForSession(const QString &entry) const = 0;
};

} // namespace gatehouse
