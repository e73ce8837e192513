// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/transfer.h"

#include <QVarLengthArray>

#include <curl/curl.h>

namespace gatehouse {

//! A request's header as the list that libcurl reads: made anew for each request, but of the lines where
//! they lie, without a copy of any.
class HeaderLines final
{
public:
    //! Makes the list for \a outgoing, whose lines must stay where they are. False: one of them holds a line
    //! break and would be two.
    bool assign(const Outgoing &outgoing);

    curl_slist *list() { return m_nodes.data(); }

private:
    bool add(const QByteArray &line);
    bool addJoined(const QByteArray &line, const QList<QByteArray> &others);
    void append(const char *line);

    QVarLengthArray<curl_slist, 40> m_nodes;
    QVarLengthArray<QByteArray, 4> m_rewritten; //!< lines without a value, as libcurl wants them; joined ones
};

} // namespace gatehouse
