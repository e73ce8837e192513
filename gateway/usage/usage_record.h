// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace gatehouse {

//! Tokens that an answer cost, in one convention for all dialects.
struct TokenUsage
{
    qint64 input = 0;  //!< all input, cached included
    qint64 output = 0; //!< all output, reasoning included
    qint64 cached = 0;
    qint64 cacheWrite = 0;
    qint64 reasoning = 0;

    bool operator==(const TokenUsage &) const = default;
};

//! One try on one provider.
struct AttemptRecord
{
    QString provider;
    QByteArray upstreamModel = {};
    int status = 0;       //!< HTTP status, 0 when none came
    QByteArray code = {}; //!< empty when it answered well, else as in Error::code
    double milliseconds = 0;
    int sends = 0; //!< how often the request went out; 2 where a kept connection turned out to be dead
};

//! What became of one request: the row of the contract's section 5. Never a prompt, an answer, a key.
struct UsageRecord
{
    qint64 timeMs = 0; //!< UTC, when the request arrived
    QByteArray requestId;
    QString client;
    QByteArray path;
    QByteArray dialectIn;
    QByteArray dialectOut;
    QByteArray model; //!< as asked
    QString provider;
    QByteArray upstreamModel = {};
    int status = 0; //!< as sent to the client; 499 when it left
    QByteArray errorCode;
    QList<AttemptRecord> attempts;
    bool stream = false;
    std::optional<TokenUsage> tokens; //!< as told by the provider
    bool partial = false;             //!< the answer broke off
    double firstByteMs = -1;          //!< -1: none came
    double totalMs = 0;
    double gatewayUs = 0; //!< our own share of the total
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;
};

} // namespace gatehouse
