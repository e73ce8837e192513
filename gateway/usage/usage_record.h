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
    QString message = {}; //!< why it failed, in our words, for a person; without secrets
    double startMs = 0;   //!< when it began, after the request came
    //! From its start until it was connected, TLS included; -1: on a kept connection, or never.
    double connectMs = -1;
    double firstByteMs = -1; //!< from its start to the first byte of the answer's body; -1: none came
    double milliseconds = 0; //!< from its start to its end
    int sends = 0; //!< how often the request went out; 2 where a kept connection turned out to be dead
    //! Why it failed in the provider's words, without known keys. Never stored: it may repeat the request.
    QString words = {};

    bool operator==(const AttemptRecord &) const = default;
};

} // namespace gatehouse

// Rows of them grow and shrink without a call for each member.
Q_DECLARE_TYPEINFO(gatehouse::AttemptRecord, Q_RELOCATABLE_TYPE);

namespace gatehouse {

//! What became of one request: the row of the contract's section 5. Never a prompt, an answer, a key.
struct UsageRecord
{
    qint64 id = 0;     //!< its row in the store; 0: it has none yet
    qint64 timeMs = 0; //!< UTC, when the request arrived
    QByteArray requestId;
    QString client;       //!< empty: it sent no key
    QString program = {}; //!< whose process asked, such as `node`; empty where that is not known
    quint16 peerPort = 0; //!< the client's end of the connection
    QByteArray path;
    QByteArray dialectIn;
    QByteArray dialectOut;
    QByteArray model; //!< as asked
    QString provider;
    QByteArray upstreamModel = {};
    int status = 0; //!< as sent to the client; 499 when it left
    QByteArray errorCode;
    QString message = {}; //!< why it failed, for a person; without secrets
    QList<AttemptRecord> attempts;
    QByteArray headers =
        {}; //!< of the provider's answer, those that may reach a client: `name: value\r\n` each
    bool stream = false;
    std::optional<TokenUsage> tokens;
    bool tokensEstimated = false;       //!< the provider told none: they are a guess
    std::optional<double> costUsd = {}; //!< none where no price is known, or the tokens are a guess
    bool partial = false;               //!< the answer broke off
    double firstByteMs = -1;            //!< -1: none came
    double totalMs = 0;
    double gatewayUs = 0; //!< our own share of the total
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;

    bool operator==(const UsageRecord &) const = default;
};

} // namespace gatehouse

Q_DECLARE_TYPEINFO(gatehouse::UsageRecord, Q_RELOCATABLE_TYPE);
