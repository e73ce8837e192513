// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/listener.h"
#include "gateway/http/incoming.h"
#include "gateway/http/patience.h"
#include "gateway/http/reply.h"

#include <QObject>

#include <functional>
#include <memory>

namespace gatehouse {

struct Error;

//! The listener: accepts, keeps the rules of HTTP (through a Guard per connection) and hands whole
//! requests to its handler. Lives in the gateway thread.
class Server final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(Incoming &&, Reply &&)>;

    explicit Server(Handler handler, const Patience &patience = {}, QObject *parent = nullptr);
    ~Server() override;

    //! Starts to listen; false when that fails: errorString() then tells why, addressInUse() whether
    //! somebody else has the port.
    bool listen(const Listener &listener);
    //! Takes over limits and allow-lists at once, without touching running requests; the address is not
    //! changed.
    void setListener(const Listener &listener);
    //! Gives the address up without touching any connection, so that another may have it.
    void leaveAddress();
    //! Takes the same address again; false when somebody else has it by now.
    bool takeAddressAgain();
    //! Accepts no more; running requests go on, idle connections are closed.
    void stopAccepting();
    //! Refuses every request that has not come in full.
    void turnAway(const Error &error);
    //! Ends every connection at once.
    void closeAll();

    quint16 port() const;
    //! Connections that are open, those included that are being refused or closed.
    int connections() const;
    //! Any connection on which a request or an answer is under way.
    bool busy() const;
    QString errorString() const;
    bool addressInUse() const;

Q_SIGNALS:
    //! The last connection has gone; told within a second or so.
    void emptied();

private:
    void check();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
