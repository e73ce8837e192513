// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/http/client_bytes.h"
#include "gateway/http/door.h"
#include "gateway/http/head_scan.h"
#include "gateway/http/request_parser.h"

namespace gatehouse {

//! What a guard measures requests by; may change between two reads.
struct GuardRules
{
    Door door;
    qint64 maxBodyBytes = 0;
};

//! Takes one connection's bytes and makes whole requests of them: strict, with limits on everything,
//! never holding more than has arrived.
class Guard final
{
public:
    //! \a rules must live longer.
    explicit Guard(const GuardRules &rules);

    enum class Step {
        NeedMore, //!< all that was available has been read
        Continue, //!< the client waits for `100 Continue`; call read() again behind it
        Whole,    //!< take() has a request; what may stand behind it was left where it was
    };
    //! Reads what \a from has, up to the end of a request. Errors: those of the contract's section 4 that
    //! concern HTTP and the door; nothing more may be read then.
    Result<Step> read(ClientBytes &from);

    //! The request, once it is whole; the guard is ready for the next one.
    Incoming take();

    bool headBegun() const { return !m_in.head.isEmpty(); }
    bool inBody() const { return m_inBody; }
    //! Bytes of another request came in with this one.
    bool pipelined() const { return m_pipelined; }
    //! Valid once the head has passed the door, to take().
    const Framing &framing() const { return m_framing; }
    //! As far as it is known.
    const Incoming &incoming() const { return m_in; }

private:
    Result<bool> readHead(ClientBytes &from);
    bool skipsEmptyLine();
    std::optional<Error> acceptHead(qsizetype end);
    Result<Step> readLength(ClientBytes &from);
    Result<Step> readChunks(ClientBytes &from);

    const GuardRules &m_rules;
    Incoming m_in;
    Framing m_framing;
    HeadScan m_scan;
    RequestParser m_parser;
    QByteArray m_raw; //!< of a chunked body: read, not decoded
    bool m_inBody = false;
    bool m_asked = false; //!< for the body, with `100 Continue`
    bool m_pipelined = false;
    bool m_skipped = false; //!< an empty line before the request line
};

} // namespace gatehouse
