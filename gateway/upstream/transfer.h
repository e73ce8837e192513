// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/touched.h"
#include "gateway/config/provider.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QVarLengthArray>

#include <chrono>
#include <memory>
#include <optional>

namespace gatehouse {

//! What all requests to one provider share; made once per configuration. Kept alive by transfers.
struct Link
{
    QString provider;   //!< Provider::id
    QByteArray baseUrl; //!< normalised, without a trailing slash
    //! The same without the version of the API, where clients may write one themselves; else empty.
    QByteArray root = {};
    QList<QByteArray> headers; //!< the provider's own lines, `Name: value`, without the key
    Timeouts timeouts;
    QString proxy;     //!< Provider::proxy
    bool demo = false; //!< served by the built-in demo provider

    //! What every URL lies under: no other place gets the key.
    QByteArray reach() const { return root.isEmpty() ? baseUrl : root; }
};

//! Whether \a url is \a base or below it.
bool liesUnder(QByteArrayView url, QByteArrayView base);

//! One request to a provider, ready to be sent.
struct Outgoing
{
    std::shared_ptr<const Link> link;
    QByteArray method = "POST";
    QByteArray url;
    QByteArray authorization;  //!< the whole header line with the key, or empty
    QList<QByteArray> headers; //!< the client's lines that go along, `Name: value`
    //! The body in order: views into `owners` or into what outlives the transfer (the request's body); where
    //! another receiver's call destroys the transfer, it outlives that call too.
    QVarLengthArray<QByteArrayView, 5> body;
    QVarLengthArray<QByteArray, 2> owners;
    bool once = false; //!< never sent again, even where a kept connection seems to have been dead

    qint64 bodySize() const;
};

//! The beginning of a provider's answer.
struct ReplyHead
{
    int status = 0;
    QByteArray contentType;
    QByteArray requestId;                                //!< `x-request-id` or `request-id`, empty if none
    std::optional<std::chrono::milliseconds> retryAfter; //!< from `retry-after-ms`, else `retry-after`
    qint64 contentLength = -1;                           //!< −1: not told, or the body was decoded
    //! The lines that may reach a client (contract, section 3), each `name: value\r\n`, without
    //! `content-type` and `x-request-id`.
    QByteArray headers;
    int sends = 1; //!< how often the request went out: 2 where a kept connection turned out to be dead
    double connectMs = -1; //!< from the start until connected; -1: on a kept connection
};

//! How a transfer ended.
struct TransferEnd
{
    enum Kind {
        Complete,
        Unreachable, //!< DNS, refused, connect time-out: nothing was sent
        Tls,
        FirstByteTimeout,
        IdleTimeout,
        Broken, //!< the connection broke, or the answer's framing is wrong
    };
    //! Who is at fault where nothing was sent, as far as it is known.
    enum Cause {
        Other,
        Name,  //!< the provider's name does not resolve
        Proxy, //!< the proxy; the message names it
    };
    Kind kind = Complete;
    QString message = {}; //!< for a person, the rest of a sentence without its full stop; without secrets
    int sends = 0;        //!< how often the request went out, at least in part
    Cause cause = Other;
    double connectMs = -1; //!< as in ReplyHead, also where no answer came
};

//! Who receives an answer. Called only from the event loop, never from inside start() or resume(). A receiver
//! may destroy the transfer, and begin others, from within any of these calls.
class TransferReceiver
{
public:
    virtual ~TransferReceiver() = default;

    virtual void onHead(ReplyHead head) = 0;
    //! Returns false to pause: the same bytes come again after resume().
    [[nodiscard]] virtual bool onBody(QByteArrayView bytes) = 0;
    //! All that had come by now has gone through onBody(): a good moment to pass it on.
    virtual void onBodyRead() {}
    virtual void onEnd(const TransferEnd &end) = 0;
    //! Adds what it touches when something comes, as far as it lasts as long as the transfer.
    virtual void addTouched(Touched &) const {}
};

//! One attempt at one provider. Destroying it cancels: the connection is closed unless the answer was whole.
class Transfer
{
public:
    virtual ~Transfer() = default;

    //! Goes on after onBody() returned false.
    virtual void resume() = 0;
};

} // namespace gatehouse
