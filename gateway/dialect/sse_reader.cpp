// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/sse_reader.h"

#include "gateway/dialect/provider_error.h"

#include <cstring>

namespace gatehouse {
namespace {

//! Cuts the first line off \a rest, without its end (LF, CRLF or CR).
QByteArrayView takeLine(QByteArrayView &rest)
{
    const void *lf = std::memchr(rest.data(), '\n', size_t(rest.size()));
    qsizetype end = lf ? static_cast<const char *>(lf) - rest.data() : rest.size();
    if (const void *cr = std::memchr(rest.data(), '\r', size_t(end)))
        end = static_cast<const char *>(cr) - rest.data();
    const QByteArrayView line = rest.first(end);
    if (end < rest.size())
        end += rest[end] == '\r' && end + 1 < rest.size() && rest[end + 1] == '\n' ? 2 : 1;
    rest = rest.sliced(end);
    return line;
}

//! The value of \a field in \a line, without one space in front; null if it is another field.
QByteArrayView fieldValue(QByteArrayView line, QByteArrayView field)
{
    if (!line.startsWith(field) || line.size() == field.size() || line[field.size()] != ':')
        return {};
    line = line.sliced(field.size() + 1);
    return line.startsWith(' ') ? line.sliced(1) : line;
}

} // namespace

void SseReader::feed(QByteArrayView bytes, StreamSink &sink)
{
    if (m_over)
        return;
    const bool fits = m_splitter.feed(
        bytes, [&](QByteArrayView event) { take(event, sink); }, [] {});
    if (!fits && !m_over) {
        m_over = true;
        sink.error(protocolError(u"sent an event of more than 4 MiB"));
    }
}

void SseReader::finish(StreamSink &sink)
{
    // A last event may come without its blank line.
    const QByteArray rest = m_splitter.rest().toByteArray();
    if (!rest.isEmpty())
        take(rest, sink);
}

void SseReader::take(QByteArrayView event, StreamSink &sink)
{
    QByteArrayView name;
    QByteArrayView data;
    bool joined = false;
    while (!event.isEmpty()) {
        const QByteArrayView line = takeLine(event);
        if (const QByteArrayView value = fieldValue(line, "event"); !value.isNull())
            name = value.trimmed();
        const QByteArrayView value = fieldValue(line, "data");
        if (value.isNull())
            continue;
        if (data.isEmpty()) {
            data = value;
            continue;
        }
        if (!joined)
            m_joined = data.toByteArray();
        joined = true;
        m_joined.append('\n').append(value);
        data = m_joined;
    }
    data = data.trimmed();
    if (m_over || data.isEmpty())
        return;
    if (data.startsWith("[DONE]")) {
        m_over = true;
        return sink.done();
    }
    const JsonView root = m_document.parse(data);
    if (!root) {
        m_over = true;
        return sink.error(name == "error" ? readProviderError(0, data)
                                          : protocolError(u"sent an event that is not JSON"));
    }
    if (name == "error" || holdsError(root)) {
        m_over = true;
        return sink.error(readProviderError(0, root));
    }
    this->event(name, root, sink);
}

} // namespace gatehouse
