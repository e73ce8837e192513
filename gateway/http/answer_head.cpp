// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/answer_head.h"

#include "gateway/base/append.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return ""; // may be empty (RFC 9112, 4)
    }
}

} // namespace

void AnswerHeadWriter::append(QByteArray &out, const AnswerHead &head)
{
    appendBytes(out, "HTTP/1.1 ");
    appendNumber(out, head.status);
    appendBytes(out, " ");
    appendBytes(out, reasonPhrase(head.status));
    appendBytes(out, "\r\n");
    appendBytes(out, commonLines());
    if (!head.origin.isEmpty()) {
        appendBytes(out, "Access-Control-Allow-Origin: ");
        appendBytes(out, head.origin);
        appendBytes(out, "\r\nAccess-Control-Expose-Headers: *\r\nVary: Origin\r\n");
    }
    appendBytes(out, head.lines);
    if (head.chunked) {
        appendBytes(out, "Transfer-Encoding: chunked\r\n");
    } else if (head.contentLength >= 0) {
        appendBytes(out, "Content-Length: ");
        appendNumber(out, head.contentLength);
        appendBytes(out, "\r\n");
    }
    if (head.close)
        appendBytes(out, "Connection: close\r\n");
    else if (head.keepAlive10)
        appendBytes(out, "Connection: keep-alive\r\n");
    appendBytes(out, "\r\n");
}

const QByteArray &AnswerHeadWriter::commonLines()
{
    const qint64 second = QDateTime::currentSecsSinceEpoch();
    if (second != m_second) {
        m_second = second;
        const QDateTime now = QDateTime::fromSecsSinceEpoch(second).toUTC();
        // IMF-fixdate (RFC 9110, 5.6.7).
        m_common = "Date: " + QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() +
                   " GMT\r\nX-Content-Type-Options: nosniff\r\n";
    }
    return m_common;
}

} // namespace gatehouse
