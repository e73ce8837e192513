// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_reply.h"

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

// A streamed answer on its way through: a StreamReader takes the provider's bytes apart and tells a
// StreamSink what it finds, in whatever order the provider has it; StreamOrder puts that in order; a
// StreamWriter, told only what is in order, writes the client's bytes. All views are valid during the call
// alone.

//! A piece of a tool call; each may bring any of its fields.
struct ToolCallPiece
{
    int index = 0; //!< the provider's number for the call
    QByteArrayView id = {};
    QByteArrayView name = {};
    QByteArrayView arguments = {}; //!< the next bytes of them

    //! Whether it belongs to the call that began with these. Some providers give every call the same index;
    //! another id then means another call.
    bool isOf(int otherIndex, QByteArrayView otherId) const
    {
        return index == otherIndex && (id.isEmpty() || otherId.isEmpty() || id == otherId);
    }
};

//! Takes what a provider's stream says, in any order. What comes after done() or error() is ignored.
class StreamSink
{
public:
    virtual ~StreamSink() = default;

    //! The provider's id for the answer. Content without it begins the answer too.
    virtual void start(QByteArrayView id) = 0;
    virtual void text(QByteArrayView delta) = 0;
    virtual void reasoning(QByteArrayView delta) = 0;
    //! The signature of the reasoning so far, or where there was none, of what follows; whole.
    virtual void signature(QByteArrayView value) = 0;
    virtual void redactedReasoning(QByteArrayView value) = 0;
    virtual void refusal(QByteArrayView delta) = 0;
    virtual void tool(const ToolCallPiece &piece) = 0;
    //! No more comes of that call. Optional.
    virtual void toolEnd(int index) = 0;
    //! All figures so far; the last ones stand.
    virtual void usage(const TokenUsage &usage) = 0;
    //! A picture that the model made, whole. Optional.
    virtual void image(const Media &) {}
    //! The first one stands; usage may follow.
    virtual void stop(const StopNote &stop) = 0;
    //! The answer may end here, or go on: for a provider that gives a reason with every piece. What was cut
    //! short or refused once stays so.
    virtual void mayStop(const StopNote &stop) { this->stop(stop); }
    //! The provider said that this was all (`[DONE]`, `message_stop`).
    virtual void done() = 0;
    virtual void error(const Error &error) = 0;
    //! The provider is alive and has nothing to say yet. Optional.
    virtual void ping() {}
};

//! Takes a provider's stream apart.
class StreamReader
{
public:
    virtual ~StreamReader() = default;

    //! Takes the next bytes, cut anywhere.
    virtual void feed(QByteArrayView bytes, StreamSink &sink) = 0;
    //! The body has ended well: takes what is left of it. Whether the answer is whole is the sink's affair.
    virtual void finish(StreamSink &sink) = 0;
    //! The end must have been said by done(): the end of the body after a stop() is not enough.
    virtual bool endIsSaid() const { return false; }
};

//! What kind of part of an answer is being streamed.
enum class PartKind { Text, Reasoning, RedactedReasoning, Refusal, ToolCall, Image };

//! The beginning of a part.
struct StreamPart
{
    PartKind kind = PartKind::Text;
    QByteArrayView id = {};   //!< of a tool call: valid in any dialect, once in an answer
    QByteArrayView name = {}; //!< of a tool call: the client's name for it
    bool freeform = false;    //!< of a tool call: the deltas are its plain text, not JSON
};

//! The end of a whole stream.
struct StreamEnd
{
    StopNote stop;
    std::optional<TokenUsage> usage;
};

//! Writes the client's stream: start, any number of parts one after the other (begin, deltas, end), end.
//! Each call appends whole events to \a out; what the client must not see yet is kept for a later call.
class StreamWriter
{
public:
    virtual ~StreamWriter() = default;

    virtual QByteArray contentType() const { return "text/event-stream"; }

    //! Once, first. \a id is the provider's and may be empty.
    virtual void start(QByteArray &out, QByteArrayView id) = 0;
    virtual void partBegin(QByteArray &out, const StreamPart &part) = 0;
    //! More of the open part: its text, the arguments of its call, or the `data:` URL of an image, in one
    //! piece; never empty. A call that takes no arguments gets `{}`.
    virtual void delta(QByteArray &out, QByteArrayView bytes) = 0;
    //! Of the open part, which is reasoning; at most one, after its deltas.
    virtual void signature(QByteArray &out, const Signature &signature) = 0;
    virtual void partEnd(QByteArray &out) = 0;
    //! Once, last, unless the stream breaks.
    virtual void end(QByteArray &out, const StreamEnd &end) = 0;

    //! Ends a stream that broke after it began, at any point. \a body is the error as a body of its own would
    //! have it in this dialect.
    virtual void breakOff(QByteArray &out, const Error &error, QByteArrayView body) = 0;
    //! Keeps the connection alive while the provider is silent; only after start(), before the end.
    virtual void ping(QByteArray &out) = 0;
};

} // namespace gatehouse
