// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace gatehouse {

//! A question to a provider that need not be configured yet: does it answer, and with which models?
struct ProbeRequest
{
    enum Kind {
        Models,   //!< its list of models; costs nothing
        OneToken, //!< the shortest chat answer; costs a token or so
    };

    Kind kind = Models;
    Provider provider;
    QByteArray typedKey = {}; //!< takes the place of the provider's references when not empty
    QString model = {};       //!< for OneToken: the provider's own name for it
};

//! What came of it.
struct ProbeResult
{
    enum Outcome {
        Ok,
        NoKey,            //!< its key is not there; `detail` says which
        KeyRefused,       //!< 401, 403
        NoCredit,         //!< 402, or a quota that is used up
        RateLimited,      //!< 429
        NotFound,         //!< 404: the base URL or the model is wrong
        Refused,          //!< another 4xx; `detail` holds the provider's words
        ServerError,      //!< 5xx
        HostUnknown,      //!< its name does not resolve
        ProxyUnreachable, //!< `detail` names the proxy
        Unreachable,      //!< nothing listens there, or the way is blocked
        TlsFailed,        //!< no certificate that can be trusted
        TimedOut,
        NotAnApi, //!< a web page, or anything else that is not what was asked for
        NoList,   //!< it answers, but has no list of models
    };

    Outcome outcome = Ok;
    int httpStatus = 0;      //!< 0: none came
    QString detail = {};     //!< from outside: plain text, secrets taken out, at most 300 characters
    double latencyMs = 0;    //!< to the end of the answer
    QStringList models = {}; //!< for Models: in the provider's order, without `models/` before them
};

} // namespace gatehouse
