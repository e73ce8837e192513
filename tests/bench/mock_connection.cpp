// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/mock_connection.h"

#include "tests/bench/sockets.h"

#include <cstdio>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace gatehouse::bench {
namespace {

constexpr char completion[] =
    R"({"id":"chatcmpl-1","object":"chat.completion","created":1764000000,"model":"m","choices":[{"index":0,)"
    R"("message":{"role":"assistant","content":"A short answer of the usual kind, of about a hundred )"
    R"(characters, so that it is not too small."},"finish_reason":"stop"}],)"
    R"("usage":{"prompt_tokens":9,"completion_tokens":24,"total_tokens":33}})";

constexpr char streamHead[] =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
constexpr char chunkBegin[] =
    R"(data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1764000000,)"
    R"("model":"m","choices":[{"index":0,"delta":{)";

constexpr char messageBegin[] =
    "event: message_start\n"
    R"(data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m",)"
    R"("content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":9,"output_tokens":1}}})"
    "\n\nevent: content_block_start\n"
    R"(data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})"
    "\n\n";
constexpr char deltaBegin[] =
    "event: content_block_delta\n"
    R"(data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":")";
constexpr char messageEnd[] =
    "event: content_block_stop\n"
    R"(data: {"type":"content_block_stop","index":0})"
    "\n\nevent: message_delta\n"
    R"(data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},)"
    R"("usage":{"output_tokens":24}})"
    "\n\nevent: message_stop\n"
    R"(data: {"type":"message_stop"})"
    "\n\n";

std::string chunk(const std::string &bytes)
{
    char size[20];
    std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
    return size + bytes + "\r\n";
}

std::string whole(const std::string &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

} // namespace

MockConnection::MockConnection(int socket)
    : m_socket(socket)
{
    setUp(socket);
}

MockConnection::~MockConnection()
{
    ::close(m_socket);
}

bool MockConnection::onReadable()
{
    static char buffer[256 * 1024];
    const ssize_t count = ::recv(m_socket, buffer, sizeof buffer, 0);
    if (count <= 0)
        return count < 0 && errno == EAGAIN;
    std::string_view bytes(buffer, std::size_t(count));
    while (!bytes.empty()) {
        bytes.remove_prefix(m_reader.feed(bytes, [this](std::string_view piece) { m_body.append(piece); }));
        if (m_reader.broken())
            return false;
        if (m_reader.done())
            answer();
    }
    return flush();
}

void MockConnection::answer()
{
    if (m_reader.head().find("/embeddings") != std::string::npos) {
        send(whole(m_body));
    } else if (m_body.find("\"stream\":true") != std::string::npos) {
        m_speaksAnthropic = m_reader.head().find("/messages") != std::string::npos;
        send(streamHead);
        if (m_speaksAnthropic)
            send(chunk(messageBegin));
        m_events = 0;
        m_streamStarts = true;
    } else {
        static const std::string small = whole(completion);
        send(small);
    }
    m_body.clear();
    m_reader.restart();
}

bool MockConnection::takeStreamStart()
{
    return std::exchange(m_streamStarts, false);
}

bool MockConnection::nextEvent(const Pace &pace)
{
    const bool more = m_events++ < pace.events;
    send(more ? chunk(event()) : chunk(lastEvents()) + "0\r\n\r\n");
    flush();
    return more;
}

std::string MockConnection::event() const
{
    const std::string text = "T=" + std::to_string(nowNs()) + ' ';
    return m_speaksAnthropic ? deltaBegin + text + "\"}}\n\n"
                             : chunkBegin + (R"("content":")" + text) +
                                   R"("},"finish_reason":null}],"usage":null})" + "\n\n";
}

std::string MockConnection::lastEvents() const
{
    return m_speaksAnthropic ? std::string(messageEnd)
                             : chunkBegin + std::string(R"(},"finish_reason":"stop"}],"usage":null})") +
                                   "\n\ndata: [DONE]\n\n";
}

void MockConnection::send(const std::string &bytes)
{
    if (!hasUnsent()) {
        m_out.clear();
        m_sent = 0;
    }
    m_out += bytes;
}

bool MockConnection::flush()
{
    return sendSome(m_socket, m_out, m_sent);
}

} // namespace gatehouse::bench
