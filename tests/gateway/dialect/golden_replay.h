// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translation.h"

#include <QByteArray>
#include <QByteArrayList>

//! What came of a stream.
struct Played
{
    QByteArray out;
    QByteArray error; //!< as errorLine() has it; empty if it was whole
    QByteArray usage;

    bool operator==(const Played &) const = default;
};

//! Plays a provider's stream as a relay does.
struct GoldenReplay
{
    const gatehouse::ProviderDialect &provider;
    const gatehouse::Target &target;
    const gatehouse::ClientDialect &client;
    const gatehouse::ReplyContext &context;
    gatehouse::Dialect errors; //!< the dialect of an error that breaks the stream
    bool broken = false;       //!< the connection breaks at the end

    //! Gives \a pieces one after the other. What failed before any content leaves no output: another
    //! candidate would take over.
    Played play(const QByteArrayList &pieces) const;
    //! Plays \a stream in other ways, each of which must come to \a once. Returns what went wrong, or
    //! nothing.
    QByteArray difference(const QByteArray &stream, const Played &once) const;
};

//! Status, code and, where there is one, parameter.
QByteArray errorLine(const gatehouse::Error &error);
//! Input, output, cached, cache write and reasoning tokens, or `none`.
QByteArray usageLine(const std::optional<gatehouse::TokenUsage> &usage);
