// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/upstream/transfer.h"

#include <QStringView>

namespace gatehouse {

//! What an attempt that failed means for the next one.
enum class FailureKind {
    Unreachable,  //!< nothing was sent; another provider at once, else the same again
    Lasting,      //!< at work still, or the same again would end the same way: another provider only
    Transient,    //!< the same again after a while, then another provider
    RateLimited,  //!< another key or provider at once, else the same when it says so
    QuotaGone,    //!< another key or provider, never the same key again
    KeyRefused,   //!< another key or provider; the key is left alone until it is replaced
    RequestFault, //!< the request's own, or a refusal by policy: passed on at once
};

//! Why an attempt failed.
struct Failure
{
    FailureKind kind = FailureKind::Transient;
    Error error;                                              //!< for the client, should nobody else answer
    std::optional<std::chrono::milliseconds> retryAfter = {}; //!< as the provider asked
    bool countsAgainstProvider = false; //!< a connection failure or 5xx, not its model's
    bool reported = false;              //!< the message is the provider's own
};

//! A transfer that ended without a whole answer.
Failure failureOf(const TransferEnd &end, const QString &provider);
//! An answer with status ≥ 400. Reads \a body for what the status alone does not tell.
Failure failureOf(const ReplyHead &head, QByteArrayView body, const QString &provider);
//! An error that stood where the answer should have been, under a status that promised one.
Failure failureOf(const Error &reported);
//! An answer that is none: \a what it was instead, for a person.
Failure unusableAnswer(const QString &provider, QStringView what);

} // namespace gatehouse
