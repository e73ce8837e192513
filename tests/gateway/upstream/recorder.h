// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/transfer.h"
#include "gateway/upstream/transfers.h"
#include "tests/support/event_loop.h"
#include "tests/support/fake_provider.h"

#include <QByteArrayList>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>

namespace gatehouse {

//! Receives one answer and keeps it; the `at…` functions may do what receivers do.
struct Recorder final : TransferReceiver
{
    std::unique_ptr<Transfer> transfer;
    int heads = 0;
    ReplyHead head;
    QByteArray body;
    int pieces = 0;
    int toldOf = 0; //!< the pieces that onBodyRead() has told of
    std::optional<TransferEnd> end;

    std::function<void()> atHead;
    std::function<bool(QByteArrayView)> atBody; //!< false: the bytes are not kept, as they will come again
    std::function<void()> atEnd;

    void onHead(ReplyHead newHead) override
    {
        ++heads;
        head = std::move(newHead);
        if (atHead)
            atHead();
    }

    bool onBody(QByteArrayView bytes) override
    {
        ++pieces;
        if (atBody && !atBody(bytes))
            return false;
        body.append(bytes);
        return true;
    }

    void onBodyRead() override { toldOf = pieces; }

    void onEnd(const TransferEnd &newEnd) override
    {
        end = newEnd;
        if (atEnd)
            atEnd();
    }

    bool complete() const { return end && end->kind == TransferEnd::Complete; }
};

inline std::shared_ptr<Link> linkTo(const QByteArray &baseUrl)
{
    auto link = std::make_shared<Link>();
    link->provider = QStringLiteral("fake");
    link->baseUrl = baseUrl;
    link->proxy = QStringLiteral("none");
    return link;
}

//! By its address; by a name of this machine, which only libcurl looks up, where TRANSFERS_TO says so.
inline std::shared_ptr<Link> linkTo(const FakeProvider &provider)
{
    const QByteArray host = qEnvironmentVariable("TRANSFERS_TO", QStringLiteral("127.0.0.1")).toUtf8();
    return linkTo("http://" + host + ':' + QByteArray::number(provider.port()) + "/v1");
}

//! A request over \a link with a body of these pieces.
inline Outgoing requestOver(const std::shared_ptr<Link> &link, const QByteArrayList &body = {"{}"})
{
    Outgoing outgoing;
    outgoing.link = link;
    outgoing.url = link->baseUrl + "/chat/completions";
    outgoing.headers = {"content-type: application/json"};
    outgoing.authorization = "Authorization: Bearer sk-secret";
    for (const QByteArray &piece : body) {
        outgoing.owners.append(piece);
        outgoing.body.append(piece);
    }
    return outgoing;
}

//! Sends \a outgoing and waits until it has ended.
inline void exchange(Transfers &transfers, Recorder &recorder, Outgoing outgoing)
{
    recorder.transfer = transfers.start(std::move(outgoing), recorder);
    QTRY_VERIFY(recorder.end);
}

} // namespace gatehouse
