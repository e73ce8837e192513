// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/http/guard.h"
#include "tests/gateway/http/byte_source.h"

#include <QByteArrayList>

#include <optional>

namespace gatehouse {

constexpr qint64 maxBody = 100'000;

//! What came of a piece of input: a request, an error, or neither yet.
struct Outcome
{
    int status = 0; //!< of the error
    QByteArray code;
    std::optional<Incoming> in;
    bool keepAlive = false;
    bool asked = false; //!< for the body
    bool pipelined = false;

    bool open() const { return status == 0 && !in; }
    bool operator==(const Outcome &other) const
    {
        return status == other.status && code == other.code && in.has_value() == other.in.has_value() &&
               (!in ||
                (in->head == other.in->head && in->body == other.in->body && in->path == other.in->path));
    }
};

//! Feeds \a pieces one after the other to a new guard.
inline Outcome feed(const QByteArrayList &pieces)
{
    const GuardRules rules{Door(), maxBody};
    Guard guard(rules);
    ByteSource source;
    Outcome outcome;
    for (const QByteArray &piece : pieces) {
        source.put(piece);
        auto step = guard.read(source);
        if (step && *step == Guard::Step::Continue) {
            outcome.asked = true;
            step = guard.read(source);
        }
        if (!step) {
            outcome.status = step.error().status;
            outcome.code = step.error().code;
            return outcome;
        }
        if (*step == Guard::Step::Whole) {
            outcome.keepAlive = guard.framing().keepAlive;
            outcome.pipelined = guard.pipelined() || source.available() > 0;
            outcome.in = guard.take();
            return outcome;
        }
    }
    return outcome;
}

inline QByteArrayList bytewise(const QByteArray &bytes)
{
    QByteArrayList pieces;
    for (const char c : bytes)
        pieces.append(QByteArray(1, c));
    return pieces;
}

//! Whether every view of \a in points into its own bytes.
inline bool viewsHold(const Incoming &in)
{
    const auto inside = [&](QByteArrayView view) {
        return view.isEmpty() || (view.begin() >= in.head.constBegin() && view.end() <= in.head.constEnd());
    };
    return inside(in.method) && inside(in.target) && inside(in.query) &&
           std::all_of(in.headers.begin(), in.headers.end(), [&](const HeaderField &field) {
               return !field.name.isEmpty() && inside(field.name) && inside(field.value);
           });
}

} // namespace gatehouse
