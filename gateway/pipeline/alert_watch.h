// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/redact.h"
#include "gateway/pipeline/error_window.h"
#include "gateway/pipeline/snapshot.h"
#include "gateway/status/alert.h"
#include "gateway/upstream/cooldowns.h"
#include "gateway/upstream/health.h"
#include "gateway/usage/usage_record.h"

#include <QHash>

#include <functional>
#include <memory>

namespace gatehouse {

//! Finds out what a person should hear of, and says each thing once. Lives in the gateway thread. \a now is
//! the monotonic clock's, \a nowMs the same moment in UTC milliseconds.
class AlertWatch final
{
public:
    using Tell = std::function<void(const Alert &)>;

    //! Secrets that \a redactor knows are taken out of messages; it outlives this.
    AlertWatch(const Redactor &redactor, Tell tell);

    //! Takes over providers and rules. What is known of a provider that is gone or switched off is forgotten.
    void apply(std::shared_ptr<const Snapshot> snapshot);

    //! A request has ended: counts its attempts.
    void attempted(const UsageRecord &record, TimePoint now, qint64 nowMs);
    //! Something may be other than it was with a provider. Cheap, but not meant for every request.
    void look(const Health &health, const Cooldowns &cooldowns, TimePoint now, qint64 nowMs);
    //! One that was found out elsewhere, such as by the budgets.
    void pass(const Alert &alert) const;

    static constexpr int fewestAnswers = 10; //!< below, an error rate says nothing

private:
    struct State
    {
        bool down = false;
        bool refused = false;         //!< a key was; told of
        int answersSince = 0;         //!< while refused: good ones in a row
        QList<QByteArray> keys = {};  //!< as ProviderEntry::fingerprints
        bool coolsForRefusal = false; //!< when it was last looked at
        bool failsOften = false;      //!< told of
        ErrorWindow window = {};
    };

    void count(State &state, const ProviderEntry &provider, bool failed, TimePoint now, qint64 nowMs);
    void answered(State &state, const ProviderEntry &provider);
    void lookAtKeys(State &state, const ProviderEntry &provider, const Cooldowns &cooldowns, TimePoint now,
                    qint64 nowMs);
    void refuse(State &state, const ProviderEntry &provider, qint64 nowMs);
    void tell(Alert::Kind kind, const ProviderEntry &provider, const QString &words, qint64 nowMs) const;

    const Redactor &m_redactor;
    Tell m_tell;
    std::shared_ptr<const Snapshot> m_snapshot;
    QHash<QString, State> m_states; //!< of providers that are enabled
};

} // namespace gatehouse
