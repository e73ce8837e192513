// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/header_lines.h"

#include <curl/curl.h>

namespace gatehouse {

//! A request's header as the list that libcurl reads: made anew for each request, but of the lines where
//! they lie.
class CurlHeaderList final
{
public:
    //! As HeaderLines::assign().
    bool assign(const Outgoing &outgoing);

    curl_slist *list() { return m_nodes.data(); }

private:
    void add(const QByteArray &line);
    void append(const char *line);

    HeaderLines m_lines;
    QVarLengthArray<curl_slist, 40> m_nodes;
    QVarLengthArray<QByteArray, 4> m_rewritten; //!< lines without a value, as libcurl wants them
};

} // namespace gatehouse
