// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace gatehouse {

//! What an attempt would use: a failure may concern all of a provider, one key, or one key with one model.
struct Scope
{
    QString provider;
    QByteArray key = {}; //!< a fingerprint, never the key; empty: the provider needs none
    QByteArray model = {};
    quint64 probe = 0; //!< its number, where it probes something that has cooled
};

//! Why something is not asked for a while.
struct Cooling
{
    enum Source { RateLimit, Quota, KeyRefused, Failures };
    Source source = Failures;
    QString reason;      //!< for a person
    TimePoint until;     //!< from then on one request may probe
    QByteArray key;      //!< whose fingerprint; empty: all of the provider
    bool probed = false; //!< that request is on its way, and decides
};

//! Who is left alone after failing, and until when (contract, section 4). A circuit goes
//! closed → cooling → one probe → closed, or cooling again for twice the time; a probe that is long in coming
//! back is joined by another. In memory, on the monotonic clock that is handed in; lives in the gateway
//! thread.
class Cooldowns final
{
public:
    //! Nothing is left alone for longer; zero: nothing is left alone.
    void setMaximum(std::chrono::milliseconds maximum);

    //! The latest-ending reason why \a scope must not be asked at \a now; none: it may.
    std::optional<Cooling> blocked(const Scope &scope, TimePoint now) const;
    //! An attempt begins: where a cooldown has run out it is a probe, whose number is to be noted in its
    //! scope; else 0. One of the calls below follows, after answering() another one.
    [[nodiscard]] quint64 began(const Scope &scope, TimePoint now);

    //! The answer to a probe begins: everybody may ask, but one failure cools anew, for twice the time.
    void answering(const Scope &scope);

    //! It was answered, be it with a fault of the request's own.
    void succeeded(const Scope &scope, TimePoint now);
    //! 429, or a quota that is used up: cools that key with that model.
    void limited(const Scope &scope, Cooling::Source source, const QString &reason,
                 std::optional<std::chrono::milliseconds> asked, TimePoint now);
    //! 401 or 403: cools that key.
    void keyRefused(const Scope &scope, const QString &reason, TimePoint now);
    //! Could not be reached, broke off or answered 5xx: cools the provider after three in a row.
    void failed(const Scope &scope, const QString &reason, TimePoint now);
    //! The attempt ended without telling anything, such as when the client left.
    void abandoned(const Scope &scope, TimePoint now);

    //! Lets \a provider be asked again at once.
    void end(const QString &provider);
    void endAll() { m_circuits.clear(); }

    //! Everything of \a provider that is cooling at \a now.
    QList<Cooling> active(const QString &provider, TimePoint now) const;

    static constexpr std::chrono::seconds first{15}; //!< doubled each time in a row
    static constexpr int failuresInARow = 3;
    static constexpr std::chrono::seconds probeTime{5}; //!< then the next one may probe as well

private:
    struct Circuit
    {
        enum State { Closed, Waiting, Probing };
        State state = Closed;
        Cooling cooling = {};
        int failures = 0; //!< in a row, while closed
        int rounds = 0;   //!< coolings in a row
        TimePoint probeUntil = {};
        quint64 probe = 0; //!< the newest, which decides

        bool mayProbe(TimePoint now) const
        {
            return (state == Waiting && now >= cooling.until) || (state == Probing && now >= probeUntil);
        }
        bool allows(TimePoint now) const { return state == Closed || mayProbe(now); }
    };

    void answered(const QByteArray &id, TimePoint now);
    void giveUpProbe(const QByteArray &id, const Scope &scope, TimePoint now);
    void cool(Circuit &circuit, Cooling cooling, std::optional<std::chrono::milliseconds> asked,
              TimePoint now);

    QHash<QByteArray, Circuit> m_circuits; //!< by provider, provider + key, provider + key + model
    std::chrono::milliseconds m_maximum = std::chrono::seconds(300);
    quint64 m_lastProbe = 0;
};

} // namespace gatehouse
