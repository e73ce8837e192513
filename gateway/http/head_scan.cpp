// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/head_scan.h"

#include "gateway/http/target.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

Error lineTooLong()
{
    return {414, "invalid_request_error", "uri_too_long", u"The request line is longer than 8 KiB."_s};
}

Error tooManyFields()
{
    return {431, "invalid_request_error", "headers_too_large",
            u"The request has more than 64 KiB or 100 fields of headers."_s};
}

} // namespace

Result<qsizetype> HeadScan::find(QByteArrayView head)
{
    while (true) {
        const qsizetype feed = head.indexOf('\n', m_scanned);
        const qsizetype end = feed < 0 ? head.size() : feed + 1;
        if (m_fields == 0 && end - m_line > maxRequestLine + 2)
            return lineTooLong();
        if (m_fields != 0 && end - m_fields > maxFieldBytes)
            return tooManyFields();
        if (feed < 0) {
            m_scanned = end;
            return 0;
        }
        if (feed == 0 || head[feed - 1] != '\r')
            return malformed(u"a line does not end in CR LF."_s);
        if (m_fields == 0) {
            m_fields = end;
        } else if (feed - 1 == m_line) {
            return end;
        } else if (head[m_line] == ' ' || head[m_line] == '\t') {
            return malformed(u"a header field is folded."_s); // RFC 9112, 5.2
        } else if (++m_count > maxFields) {
            return tooManyFields();
        }
        m_line = m_scanned = end;
    }
}

} // namespace gatehouse
