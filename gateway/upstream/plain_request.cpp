// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/plain_request.h"

#include "gateway/base/append.h"
#include "gateway/base/secret_bytes.h"
#include "gateway/upstream/header_lines.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/socket.h>
#include <sys/uio.h>

namespace gatehouse {
namespace {

constexpr QByteArrayView lineEnd = "\r\n";
constexpr QByteArrayView headEnd = "\r\n\r\n";
constexpr qsizetype piecesAtOnce = 16;
constexpr int sendsAtOnce = 4; // then others have their turn

#ifdef MSG_NOSIGNAL
constexpr int withoutSignal = MSG_NOSIGNAL;
#else
constexpr int withoutSignal = 0; // SO_NOSIGPIPE is set
#endif

bool hasLength(const Outgoing &outgoing, qint64 size)
{
    return size > 0 || outgoing.method == "POST" || outgoing.method == "PUT" || outgoing.method == "PATCH";
}

} // namespace

PlainRequest::~PlainRequest()
{
    wipe(m_head); // a provider's own lines may be secrets
}

bool PlainRequest::assign(const Outgoing &outgoing, QByteArrayView host, QByteArrayView path)
{
    HeaderLines lines;
    if (!lines.assign(outgoing))
        return false;
    const qint64 size = outgoing.method == "HEAD" ? 0 : outgoing.bodySize();
    qsizetype headSize = 128 + outgoing.method.size() + host.size() + path.size();
    for (const QByteArray *line : lines.lines())
        headSize += line->size() + lineEnd.size();
    m_head.reserve(headSize);
    const auto add = [this](QByteArrayView bytes) { appendBytes(m_head, bytes); };
    add(outgoing.method);
    add(" ");
    add(path);
    add(" HTTP/1.1\r\nHost: ");
    add(host);
    add("\r\nAccept-Encoding: identity");
    for (const QByteArray *line : lines.lines()) {
        add(lineEnd);
        add(*line);
    }
    if (hasLength(outgoing, size)) {
        add("\r\nContent-Length: ");
        appendNumber(m_head, size);
    }
    if (!outgoing.authorization.isEmpty())
        add(lineEnd);
    m_pieces.append(m_head);
    if (!outgoing.authorization.isEmpty())
        m_pieces.append(outgoing.authorization);
    m_pieces.append(headEnd);
    for (QByteArrayView view : outgoing.body) {
        if (size > 0 && !view.isEmpty())
            m_pieces.append(view);
    }
    return true;
}

PlainRequest::Sent PlainRequest::send(int socket)
{
    for (int sends = 0; !hasSentAll(); ++sends) {
        if (sends == sendsAtOnce)
            return Some;
        std::array<iovec, piecesAtOnce> parts;
        const qsizetype count = std::min(m_pieces.size() - m_piece, piecesAtOnce);
        for (qsizetype i = 0; i < count; ++i) {
            const QByteArrayView piece = m_pieces[m_piece + i].sliced(i == 0 ? m_offset : 0);
            parts[size_t(i)] = {const_cast<char *>(piece.data()), size_t(piece.size())}; // only read
        }
        msghdr message = {};
        message.msg_iov = parts.data();
        message.msg_iovlen = decltype(message.msg_iovlen)(count);
        const ssize_t sent = ::sendmsg(socket, &message, withoutSignal);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return errno == EAGAIN || errno == EWOULDBLOCK ? Some : Failed;
        skip(sent);
    }
    return All;
}

void PlainRequest::rewind()
{
    m_piece = 0;
    m_offset = 0;
}

void PlainRequest::skip(qsizetype bytes)
{
    while (bytes > 0) {
        const qsizetype left = m_pieces[m_piece].size() - m_offset;
        if (bytes < left) {
            m_offset += bytes;
            return;
        }
        bytes -= left;
        ++m_piece;
        m_offset = 0;
    }
}

} // namespace gatehouse
