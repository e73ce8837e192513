// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"

#include <QByteArrayList>
#include <QList>

#include <optional>
#include <vector>

namespace gatehouse {

//! A request to turn texts into vectors, in no dialect.
struct EmbeddingRequest
{
    QByteArray model; //!< as the client named it
    QByteArrayList inputs;
    std::optional<qint64> dimensions;
    bool base64 = false; //!< vectors are wanted as base64 of little-endian 32-bit floats
    bool single = false; //!< the client asked for one, not for a list
    QByteArray task;     //!< Gemini's `taskType`, empty if none

    bool operator==(const EmbeddingRequest &) const = default;
};

//! The vectors, in the order of the inputs.
struct EmbeddingReply
{
    std::vector<QList<float>> vectors;
    std::optional<TokenUsage> usage;

    bool operator==(const EmbeddingReply &) const = default;
};

} // namespace gatehouse
