// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_request.h"

#include <optional>

namespace gatehouse {
namespace {

void readHead(const QByteArray &head, FakeRequest &request)
{
    QByteArrayList lines = head.split('\n');
    const QByteArrayList words = lines.takeFirst().trimmed().split(' ');
    if (words.size() != 3) {
        request.method = "?";
        return;
    }
    request.method = words[0];
    request.target = words[1];
    request.version = words[2];
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
}

//! Where the body that begins at \a at ends, its bytes put into \a body; nothing while it is not complete.
std::optional<qsizetype> readChunks(const QByteArray &bytes, qsizetype at, QByteArray &body)
{
    for (;;) {
        const qsizetype lineEnd = bytes.indexOf("\r\n", at);
        if (lineEnd < 0)
            return std::nullopt;
        const qsizetype size = bytes.mid(at, lineEnd - at).toLongLong(nullptr, 16);
        at = lineEnd + 2;
        if (bytes.size() < at + size + 2)
            return std::nullopt;
        if (size == 0)
            return at + 2;
        body.append(bytes.constData() + at, size);
        at += size + 2;
    }
}

} // namespace

QByteArray FakeRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value.isNull() ? QByteArray("") : value;
    }
    return {};
}

bool takeRequest(QByteArray &bytes, FakeRequest &request)
{
    FakeRequest read;
    if (!bytes.isEmpty() && (bytes[0] < 'A' || bytes[0] > 'Z')) { // such as the hello of TLS
        bytes.clear();
        read.method = "?";
        request = std::move(read);
        return true;
    }
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    readHead(bytes.left(headEnd), read);
    const qsizetype bodyAt = headEnd + 4;
    qsizetype end = bodyAt;
    if (read.header("transfer-encoding").toLower() == "chunked") {
        const auto chunksEnd = readChunks(bytes, bodyAt, read.body);
        if (!chunksEnd)
            return false;
        end = *chunksEnd;
    } else {
        const qsizetype length = read.header("content-length").toLongLong();
        if (bytes.size() < bodyAt + length)
            return false;
        end = bodyAt + length;
        read.body = bytes.mid(bodyAt, length);
    }
    bytes.remove(0, end);
    request = std::move(read);
    return true;
}

} // namespace gatehouse
