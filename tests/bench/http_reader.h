// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace gatehouse::bench {

//! Reads one HTTP/1.1 message after another, with a length or chunked; just strict enough to notice that
//! something is wrong.
class HttpReader final
{
public:
    using Body = std::function<void(std::string_view)>;

    //! Takes bytes up to the end of the current message, hands decoded pieces of its body to \a body, and
    //! returns how many it has taken.
    std::size_t feed(std::string_view bytes, const Body &body);
    bool done() const { return m_state == State::Done; }
    bool broken() const { return m_state == State::Broken; }
    //! First line and fields of the message.
    const std::string &head() const { return m_head; }
    //! For the next message.
    void restart();

private:
    enum class State { Head, Length, ChunkSize, Chunk, Trailer, Done, Broken };

    std::size_t feedHead(std::string_view bytes);
    std::size_t feedLine(std::string_view bytes);
    std::string_view field(std::string_view lowerCaseName) const;

    State m_state = State::Head;
    std::string m_head;
    std::string m_line; //!< of chunk framing
    std::size_t m_left = 0;
};

} // namespace gatehouse::bench
