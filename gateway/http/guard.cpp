// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/guard.h"

#include "gateway/http/body_buffer.h"
#include "gateway/http/target.h"

#include <algorithm>
#include <utility>

namespace gatehouse {
namespace {

// A head and a small body come in one piece; of a large body no more than this is copied twice.
constexpr qint64 headStep = 8 * 1024;
constexpr qint64 chunkStep = 64 * 1024;

//! Moves up to \a most bytes of \a from to the end of \a to. How many.
qint64 readInto(QByteArray &to, ClientBytes &from, qint64 most)
{
    const qsizetype before = to.size();
    to.resize(before + most);
    const qint64 got = from.read(to.data() + before, most);
    to.truncate(before + got);
    return got;
}

bool beginsWithWord(QByteArrayView head)
{
    return !head.isEmpty() && static_cast<unsigned char>(head.front()) > 0x20 &&
           static_cast<unsigned char>(head.front()) < 0x7f;
}

} // namespace

Guard::Guard(const GuardRules &rules)
    : m_rules(rules)
{
}

Result<Guard::Step> Guard::read(ClientBytes &from)
{
    if (!m_inBody) {
        auto complete = readHead(from);
        if (!complete)
            return std::move(complete).error();
        if (!*complete)
            return Step::NeedMore;
        m_inBody = true;
    }
    const bool begun = !m_in.body.isEmpty() || !m_raw.isEmpty() || from.available() > 0;
    const bool hasBody = m_framing.chunked || m_framing.contentLength > 0;
    if (m_framing.expectsContinue && hasBody && !begun && !std::exchange(m_asked, true))
        return Step::Continue;
    return m_framing.chunked ? readChunks(from) : readLength(from);
}

Result<bool> Guard::readHead(ClientBytes &from)
{
    while (const qint64 available = from.available()) {
        if (readInto(m_in.head, from, std::min(available, headStep)) == 0)
            break;
        if (!beginsWithWord(m_in.head)) {
            if (!skipsEmptyLine())
                return malformed(QStringLiteral("it does not begin with a method."));
            if (!beginsWithWord(m_in.head))
                continue;
        }
        const auto end = m_scan.find(m_in.head);
        if (!end)
            return end.error();
        if (*end == 0)
            continue;
        if (auto error = acceptHead(*end))
            return *std::move(error);
        return true;
    }
    return false;
}

//! Some clients end a body with a line break too many: one empty line, or the half of it that has come, is
//! overlooked (RFC 9112, 2.2). False where something else stands before the request line.
bool Guard::skipsEmptyLine()
{
    if (m_skipped)
        return false;
    if (m_in.head == "\r")
        return true;
    if (!m_in.head.startsWith("\r\n"))
        return false;
    m_in.head.remove(0, 2);
    m_skipped = true;
    return m_in.head.isEmpty() || beginsWithWord(m_in.head);
}

//! Judges a whole head. What was read behind it is the beginning of the body.
std::optional<Error> Guard::acceptHead(qsizetype end)
{
    auto framing = m_parser.head(QByteArrayView(m_in.head).first(end), m_in);
    if (!framing)
        return framing.error();
    if (auto error = splitTarget(m_in))
        return error;
    if (auto error = m_rules.door.refusal(*framing))
        return error;
    m_framing = *framing;
    if (m_framing.contentLength > m_rules.maxBodyBytes)
        return bodyTooLarge(m_rules.maxBodyBytes);
    const QByteArrayView rest = QByteArrayView(m_in.head).sliced(end);
    const auto ours = std::min<qsizetype>(rest.size(), m_framing.contentLength);
    if (m_framing.chunked) {
        m_raw = rest.toByteArray();
    } else if (ours > 0) {
        reserveBody(m_in.body, ours, m_framing.contentLength);
        m_in.body.append(rest.first(ours));
    }
    m_pipelined = !m_framing.chunked && rest.size() > ours;
    m_in.head.truncate(end);
    return std::nullopt;
}

Result<Guard::Step> Guard::readLength(ClientBytes &from)
{
    while (m_in.body.size() < m_framing.contentLength) {
        const qint64 most = std::min(from.available(), m_framing.contentLength - m_in.body.size());
        if (most <= 0)
            return Step::NeedMore;
        reserveBody(m_in.body, most, m_framing.contentLength);
        if (readInto(m_in.body, from, most) == 0)
            return Step::NeedMore;
    }
    return Step::Whole;
}

Result<Guard::Step> Guard::readChunks(ClientBytes &from)
{
    while (true) {
        auto used = m_parser.chunks(m_raw, m_in.body, m_rules.maxBodyBytes);
        if (!used)
            return std::move(used).error();
        m_raw.remove(0, *used);
        if (m_parser.chunksEnded()) {
            m_pipelined = !m_raw.isEmpty();
            return Step::Whole;
        }
        if (readInto(m_raw, from, std::min(from.available(), chunkStep)) == 0)
            return Step::NeedMore;
    }
}

Incoming Guard::take()
{
    Incoming whole = std::move(m_in);
    whole.arrived = Clock::now();
    m_in = {};
    m_scan = {};
    m_raw = {};
    m_framing = {};
    m_inBody = m_asked = m_pipelined = m_skipped = false;
    return whole;
}

} // namespace gatehouse
