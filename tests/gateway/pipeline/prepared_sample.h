// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/parse.h"
#include "gateway/pipeline/prepare.h"
#include "tests/gateway/pipeline/sample.h"

namespace gatehouse {

inline QByteArray bodyOf(const Outgoing &out)
{
    QByteArray body;
    for (QByteArrayView part : out.body)
        body.append(part);
    return body;
}

//! The request as it goes to the first provider of \a config, under the name \a model.
inline Prepared prepared(const Config &config, const Incoming &in, const QByteArray &model,
                         ReplyMemory *memory = nullptr)
{
    const auto snapshot = sample::snapshot(config);
    JsonPeek json;
    const auto call = parse(json, in, *matchEndpoint(in), {}, [](const Peek &) {});
    if (!call)
        qFatal("%s", qPrintable(call.error().message));
    Picked picked;
    picked.provider = &snapshot->providers.front();
    picked.model = model;
    picked.authorization = "Authorization: Bearer provider-key";
    return prepare(in, *call, picked, memory);
}

inline Config openAi(StreamUsage usage = StreamUsage::Ask)
{
    Config config;
    config.providers = {sample::provider(QStringLiteral("one"), {})};
    config.providers.first().streamUsage = usage;
    return config;
}

} // namespace gatehouse
