// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/redact.h"
#include "gateway/base/result.h"
#include "gateway/dialect/dropped.h"
#include "gateway/dialect/stream_watch.h"
#include "gateway/http/reply.h"
#include "gateway/upstream/transfer.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>

namespace gatehouse {

//! Bytes of a stream that are held back at most, as long as nothing of its content has come.
constexpr qsizetype mostHeldEvents = 64 * 1024;

//! How an answer went out.
struct RelayEnd
{
    bool sent = false;          //!< false: nothing has gone to the client, it still wants an answer
    bool whole = true;          //!< false: it broke off, and the client was told so
    std::optional<Error> error; //!< why
};

//! Passes one provider's answer on to the client. The head goes out with the first byte that the
//! client may see; until then another candidate can still take over.
class Relay
{
public:
    //! Writes the header lines for the answer at the moment when it begins.
    using Headers = std::function<QByteArray()>;

    virtual ~Relay() = default;

    enum Flow { Go, Pause, Stop };
    //! Takes the next bytes. Pause: not taken, the client is slow; Stop: call end(), what follows does not
    //! matter.
    virtual Flow body(QByteArrayView bytes) = 0;
    //! The provider's answer ended. Called once.
    virtual RelayEnd end(const TransferEnd &end, const Error &failure) = 0;

    //! Something has gone to the client.
    virtual bool begun() const = 0;
    //! Bytes are held back that could go out: the answer has not shown yet that it is one.
    virtual bool holding() const { return false; }
    //! Lets out what is held back.
    virtual void letGo() {}
    //! Says something to a client that has heard nothing for a while, where its dialect has a word for it.
    virtual void ping() {}
    virtual std::optional<TokenUsage> tokens() const = 0;
};

//! What is asked of an answer's body.
struct BodyRules
{
    qint64 holdBytes = 0;    //!< how much is held back; 0 for media, which never are
    bool mustBeJson = false; //!< empty, cut or an error in disguise is no answer
};

//! For answers that are sent as they are: held back while they are small, so that one that breaks can
//! still be answered with an error; passed on piece by piece when they grow. \a redactor takes keys out of an
//! error that came in the place of an answer.
std::unique_ptr<Relay> makeBodyRelay(Reply &reply, int status, qint64 contentLength, BodyRules rules,
                                     Dialect dialect, Relay::Headers headers, const Redactor &redactor);

//! For event streams: held back until the first content, so that one that fails at once can still be
//! answered by another candidate; then passed on event by event, and ended with an error event when it
//! breaks. \a redactor takes keys out of the provider's own error events.
std::unique_ptr<Relay> makeStreamRelay(Reply &reply, int status, StreamForm form, Dialect dialect,
                                       bool hideUsage, Relay::Headers headers, const Redactor &redactor);

struct Reading;

//! Writes the header lines of an answer of another content type than the provider's. \a lost: what its client
//! does not get, as far as that is known by then.
using TypedHeaders = std::function<QByteArray(const QByteArray &contentType, const Dropped &lost)>;

//! For whole answers of another dialect: collected, then translated. \a reading outlives the relay.
std::unique_ptr<Relay> makeTranslatedBody(Reply &reply, const Reading &reading, TypedHeaders headers);

//! For event streams of another dialect: held back until the first content, then translated event by event.
std::unique_ptr<Relay> makeTranslatedStream(Reply &reply, const Reading &reading, TypedHeaders headers);

} // namespace gatehouse
