// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/http_reader.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace gatehouse::bench {

void HttpReader::restart()
{
    m_state = State::Head;
    m_head.clear();
    m_line.clear();
    m_left = 0;
}

std::size_t HttpReader::feed(std::string_view bytes, const Body &body)
{
    std::size_t taken = 0;
    while (taken < bytes.size() && m_state != State::Done && m_state != State::Broken) {
        const std::string_view rest = bytes.substr(taken);
        switch (m_state) {
        case State::Head:
            taken += feedHead(rest);
            break;
        case State::ChunkSize:
        case State::Trailer:
            taken += feedLine(rest);
            break;
        default: {
            const std::size_t count = std::min(m_left, rest.size());
            body(rest.substr(0, count));
            m_left -= count;
            taken += count;
            if (m_left == 0)
                m_state = m_state == State::Length ? State::Done : State::ChunkSize;
        }
        }
    }
    return taken;
}

std::size_t HttpReader::feedHead(std::string_view bytes)
{
    const std::size_t before = m_head.size();
    m_head.append(bytes);
    const std::size_t end = m_head.find("\r\n\r\n", before < 3 ? 0 : before - 3);
    if (end == std::string::npos)
        return bytes.size();
    m_head.resize(end + 4);
    const std::string_view length = field("content-length");
    if (field("transfer-encoding") == "chunked") {
        m_state = State::ChunkSize;
    } else {
        m_left = length.empty() ? 0 : std::strtoull(length.data(), nullptr, 10);
        m_state = m_left > 0 ? State::Length : State::Done;
    }
    return end + 4 - before;
}

//! A line of chunk framing: the CRLF behind a chunk, a size, a trailer.
std::size_t HttpReader::feedLine(std::string_view bytes)
{
    const std::size_t end = bytes.find('\n');
    m_line.append(bytes.substr(0, end));
    if (end == std::string_view::npos)
        return bytes.size();
    if (!m_line.empty() && m_line.back() == '\r')
        m_line.pop_back();
    if (m_state == State::Trailer) {
        if (m_line.empty())
            m_state = State::Done;
    } else if (!m_line.empty()) {
        char *stop = nullptr;
        m_left = std::strtoull(m_line.c_str(), &stop, 16);
        m_state = stop == m_line.c_str() ? State::Broken : m_left == 0 ? State::Trailer : State::Chunk;
    }
    m_line.clear();
    return end + 1;
}

std::string_view HttpReader::field(std::string_view lowerCaseName) const
{
    const std::string_view head = m_head;
    for (std::size_t at = head.find("\r\n") + 2; at < head.size();) {
        const std::size_t end = head.find("\r\n", at);
        const std::string_view line = head.substr(at, end - at);
        const std::size_t colon = line.find(':');
        if (colon == lowerCaseName.size() &&
            std::equal(lowerCaseName.begin(), lowerCaseName.end(), line.begin(),
                       [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); })) {
            const std::size_t value = line.find_first_not_of(' ', colon + 1);
            return value == std::string_view::npos ? std::string_view() : line.substr(value);
        }
        at = end + 2;
    }
    return {};
}

} // namespace gatehouse::bench
