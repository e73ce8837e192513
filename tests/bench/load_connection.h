// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/http_reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gatehouse::bench {

//! What all connections have seen together.
struct Tally
{
    std::vector<std::int64_t> latencies;   //!< ns, per whole answer
    std::vector<std::int64_t> delays;      //!< ns, per event: from its time stamp until here
    std::vector<std::int64_t> firstEvents; //!< ns, per stream: from the request until its first event
    std::int64_t errors = 0;               //!< answers other than 200, and broken ones
};

//! One keep-alive connection that sends the same request again and again.
class LoadConnection final
{
public:
    LoadConnection(std::uint16_t port, const std::string &request, Tally &tally);
    ~LoadConnection();
    LoadConnection(const LoadConnection &) = delete;
    LoadConnection &operator=(const LoadConnection &) = delete;

    int socket() const { return m_socket; }
    void sendRequest();
    //! Goes on sending. False when the connection has ended.
    bool onWritable();
    //! Reads what has come. False when the connection has ended.
    bool onReadable();
    bool hasUnsent() const { return m_sent < m_request.size(); }
    //! Whether an answer was read since sendRequest().
    bool isAnswered() const { return m_answered; }

private:
    void onBody(std::string_view piece);

    int m_socket;
    const std::string &m_request;
    Tally &m_tally;
    HttpReader m_reader;
    std::string m_event; //!< the beginning of an event
    std::size_t m_sent = 0;
    std::int64_t m_began = 0;
    bool m_answered = false;
    bool m_streams = false; //!< an event has come
};

} // namespace gatehouse::bench
