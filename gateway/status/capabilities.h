// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace gatehouse {

//! What the self-test asks of a provider and model, in the order in which it asks.
enum class Feature {
    Text,
    Stream,
    StreamUsage,   //!< token figures at the end of a stream
    ParallelTools, //!< two calls in one answer
    ZeroArgumentTool,
    Image,
    StructuredOutput,
    Reasoning,
    LongToolName,
    StopReason, //!< says that the token limit was met
};

//! What came of one of them.
struct FeatureResult
{
    enum Verdict {
        Works,
        Fails,   //!< refused, or answered otherwise than asked
        Unknown, //!< could not be found out: no key, no network, a limit was met
    };

    Verdict verdict = Unknown;
    QString detail = {}; //!< why, for a person; plain text, secrets taken out, at most 300 characters
    double ms = 0;       //!< to the end of the answer, in whole microseconds
    qint64 tokens = 0;   //!< in and out together, as the provider told them

    bool operator==(const FeatureResult &) const = default;
};

//! What one model of one provider was found to do. Kept in `capabilities.json` in the data folder; routing
//! reads it: a target that is known to fail at images is asked last when a request has one.
struct CapabilitySheet
{
    QString provider;      //!< id
    QString model;         //!< the provider's own name
    QString baseUrl;       //!< as it was then: a sheet of another address says nothing
    qint64 testedAtMs = 0; //!< UTC milliseconds
    QMap<Feature, FeatureResult> results = {};

    bool operator==(const CapabilitySheet &) const = default;
};

//! What a self-test would take, before it is begun.
struct SelfTestEstimate
{
    int requests = 0;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;        //!< at most
    std::optional<double> usd = {}; //!< at most; none where no price is known, 0 where it costs nothing
};

} // namespace gatehouse
