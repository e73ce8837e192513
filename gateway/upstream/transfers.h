// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/transfer.h"

#include <QObject>

#include <memory>

namespace gatehouse {

//! All requests to providers, in the Qt event loop of the gateway thread: through libcurl, or straight from
//! our sockets where HTTP/1.1 to an address is all that is needed.
//! Connections are kept and used again; nothing blocks, name look-ups included.
class Transfers final : public QObject
{
    Q_OBJECT

public:
    explicit Transfers(QObject *parent = nullptr);
    ~Transfers() override;

    //! Begins \a outgoing; \a receiver must outlive the transfer.
    std::unique_ptr<Transfer> start(Outgoing outgoing, TransferReceiver &receiver);

    //! Lets \a transfer run to its end unheard for at most two seconds, so that its connection can be
    //! used again. For an answer whose last byte that matters has been seen.
    void release(std::unique_ptr<Transfer> transfer);

    //! Closes idle connections: after the machine slept or the network changed.
    void dropIdleConnections();

    int active() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
