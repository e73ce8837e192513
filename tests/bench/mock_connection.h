// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/http_reader.h"

#include <cstdint>
#include <string>

namespace gatehouse::bench {

//! How the mock provider paces its streams.
struct Pace
{
    int events = 100; //!< per stream
    std::int64_t intervalNs = 20'000'000;
};

//! One connection to the mock provider: a short chat answer, an echo, or a paced stream, in OpenAI's dialect
//! or, where it is asked for messages, in Anthropic's.
class MockConnection final
{
public:
    explicit MockConnection(int socket);
    ~MockConnection();
    MockConnection(const MockConnection &) = delete;
    MockConnection &operator=(const MockConnection &) = delete;

    //! Reads and answers what has come. False when the connection has ended.
    bool onReadable();
    bool flush();
    bool hasUnsent() const { return m_sent < m_out.size(); }

    //! True once after a request for a stream; nextEvent() is then wanted at the stream's pace.
    bool takeStreamStart();
    //! Sends the next event, which holds the time; false after the last one.
    bool nextEvent(const Pace &pace);

private:
    void answer();
    std::string event() const;
    std::string lastEvents() const;
    void send(const std::string &bytes);

    int m_socket;
    HttpReader m_reader;
    std::string m_body;
    std::string m_out;
    std::size_t m_sent = 0;
    int m_events = 0;
    bool m_streamStarts = false;
    bool m_speaksAnthropic = false;
};

} // namespace gatehouse::bench
