// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/raw_client.h"

namespace gatehouse {

QByteArray RawAnswer::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QByteArrayList RawAnswer::names() const
{
    QByteArrayList names;
    for (const QByteArray &line : head.split('\n').mid(1)) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            names.append(line.left(colon).toLower());
    }
    return names;
}

QByteArray httpRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                       const QByteArrayList &headers)
{
    QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (!body.isEmpty() || method == "POST")
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const QByteArray &header : headers)
        request += header + "\r\n";
    return request + "\r\n" + body;
}

QByteArray jsonRequest(const QByteArray &target, const QByteArray &body, const QByteArrayList &headers)
{
    return httpRequest("POST", target, body, QByteArrayList{"Content-Type: application/json"} + headers);
}

RawAnswer exchange(quint16 port, const QByteArray &request)
{
    RawClient client(port);
    client.send(request);
    return client.readAnswer();
}

} // namespace gatehouse
