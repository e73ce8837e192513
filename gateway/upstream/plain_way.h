// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/transfer.h"

#include <memory>

namespace gatehouse {

//! The way to providers without libcurl, where the system has one.
class PlainWay final
{
public:
    PlainWay();
    ~PlainWay();
    Q_DISABLE_COPY_MOVE(PlainWay)

    //! Begins \a outgoing if it can go this way. Else null, and \a outgoing is as it was.
    std::unique_ptr<Transfer> start(Outgoing &outgoing, TransferReceiver &receiver);
    void dropIdleConnections();
    int active() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
