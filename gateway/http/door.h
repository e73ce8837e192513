// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/listener.h"
#include "gateway/http/request_parser.h"

#include <QByteArrayList>

#include <optional>

namespace gatehouse {

//! Who may come in: keeps web pages out that were not invited, also those that reach a loopback address
//! under a name of their own (DNS rebinding). Compares the bytes that were sent, never a parsed URL.
class Door final
{
public:
    explicit Door(const Listener &listener = {});

    //! 403 host_not_allowed or origin_not_allowed, or nothing.
    std::optional<Error> refusal(const Framing &framing) const;

private:
    bool hostAllowed(QByteArrayView host) const;
    bool originAllowed(QByteArrayView origin) const;

    QByteArrayList m_hosts;   //!< without a port: any port is meant
    QByteArrayList m_origins; //!< with `:*` at the end: any port is meant
};

} // namespace gatehouse
