// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_answer.h"

namespace gatehouse {
namespace {

QByteArray head(int status, const QByteArray &contentType, const QByteArray &framing,
                const QByteArrayList &headers)
{
    QByteArray lines = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\n";
    if (!contentType.isEmpty())
        lines += "Content-Type: " + contentType + "\r\n";
    lines += framing + "\r\n";
    for (const QByteArray &header : headers)
        lines += header + "\r\n";
    return lines + "\r\n";
}

} // namespace

FakeAnswer FakeAnswer::whole(int status, const QByteArray &contentType, const QByteArray &body,
                             const QByteArrayList &headers)
{
    const QByteArray framing = "Content-Length: " + QByteArray::number(body.size());
    return raw(head(status, contentType, framing, headers) + body);
}

FakeAnswer FakeAnswer::json(const QByteArray &body, int status, const QByteArrayList &headers)
{
    return whole(status, "application/json", body, headers);
}

FakeAnswer FakeAnswer::stream(const QByteArrayList &events, const QByteArrayList &headers)
{
    FakeAnswer answer = streamHead(headers);
    for (const QByteArray &event : events)
        answer.chunk(event);
    return answer.lastChunk();
}

FakeAnswer FakeAnswer::streamHead(const QByteArrayList &headers)
{
    return raw(head(200, "text/event-stream", "Transfer-Encoding: chunked", headers));
}

FakeAnswer FakeAnswer::raw(const QByteArray &bytes)
{
    return FakeAnswer().send(bytes);
}

FakeAnswer &FakeAnswer::send(const QByteArray &bytes)
{
    m_steps.append({Step::Send, bytes});
    return *this;
}

FakeAnswer &FakeAnswer::sendInPieces(const QByteArray &bytes, qsizetype size)
{
    m_steps.append({Step::Send, bytes, size});
    return *this;
}

FakeAnswer &FakeAnswer::chunk(const QByteArray &bytes)
{
    return send(chunkOf(bytes));
}

FakeAnswer &FakeAnswer::lastChunk()
{
    return send("0\r\n\r\n");
}

FakeAnswer &FakeAnswer::flood(qint64 bytes)
{
    m_steps.append({Step::Flood, {}, bytes});
    return *this;
}

FakeAnswer &FakeAnswer::wait(const QByteArray &gate)
{
    m_steps.append({Step::Wait, gate});
    return *this;
}

FakeAnswer &FakeAnswer::pause(std::chrono::milliseconds time)
{
    m_steps.append({Step::Pause, {}, time.count()});
    return *this;
}

FakeAnswer &FakeAnswer::close()
{
    m_steps.append(Step{Step::Close});
    return *this;
}

FakeAnswer &FakeAnswer::reset()
{
    m_steps.append(Step{Step::Reset});
    return *this;
}

FakeAnswer FakeAnswer::cutAt(qsizetype length) const
{
    return raw(bytes().left(length)).close();
}

QByteArray FakeAnswer::bytes() const
{
    QByteArray all;
    for (const Step &step : m_steps) {
        if (step.act == Step::Send)
            all += step.bytes;
    }
    return all;
}

QByteArray chunkOf(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace gatehouse
