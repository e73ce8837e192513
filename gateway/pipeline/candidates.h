// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/stages.h"
#include "gateway/upstream/failure.h"

#include <bitset>
#include <vector>

namespace gatehouse {

//! A candidate, and what this request has tried of it.
struct Standing
{
    static constexpr int maxKeys = 64;

    Candidate candidate;
    int tries = 0;
    int limited = 0;                  //!< how often it answered 429
    bool out = false;                 //!< not to be asked again
    std::bitset<maxKeys> keysOut;     //!< not to be used again; a provider without keys has one, the first
    std::bitset<maxKeys> keysResting; //!< not to be used again unless its wait is waited out
    TimePoint notBefore = {};         //!< the end of its backoff
    TimePoint retryAt = {};           //!< the end of the wait that it asked for
    TimePoint patientUntil = {};      //!< it asked for a wait that is short enough to be waited out
    bool awaited = false;             //!< another request's probe of it is waited for
};

//! The candidates of one request: the only loop of the pipeline runs over them until one has answered or
//! none is left.
class Candidates final
{
public:
    Candidates() = default;
    Candidates(const Snapshot &snapshot, const QList<Candidate> &candidates);

    std::vector<Standing> &all() { return m_all; }

    //! Takes note of why \a picked failed. \a jitter: from 0 to 1, at random.
    void failed(const Picked &picked, const Failure &failure, double jitter, TimePoint now);

    //! \a picked cannot carry this request: it is not asked. \a error is told where nobody else could be.
    void cannotCarry(const Picked &picked, const Error &error);

    //! The last failure, if any: what the client is told when nobody else answers.
    const std::optional<Error> &lastError() const { return m_lastError; }
    //! Why the first one that could not carry the request was not asked, if there was one.
    const std::optional<Error> &notCarried() const { return m_notCarried; }

private:
    Standing *standingOf(const Picked &picked);
    bool othersLeft(const Standing &standing) const;

    const Snapshot *m_snapshot = nullptr;
    std::vector<Standing> m_all;
    std::optional<Error> m_lastError;
    std::optional<Error> m_notCarried;
};

} // namespace gatehouse
