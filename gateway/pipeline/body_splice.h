// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/body_edit.h"
#include "gateway/upstream/transfer.h"

namespace gatehouse {

//! Lays out a body that goes on where it lies, but for what is put in its place. Is told of the changes in
//! the order of their places; those that it began with come in between by themselves.
class BodySplice final
{
public:
    //! \a body outlives \a out, which gets the pieces.
    BodySplice(QByteArrayView body, BodyEdits edits, Outgoing &out);

    void replace(Span span, QByteArray text);
    //! \a text outlives the request.
    void insert(qsizetype place, QByteArrayView text);
    void finish();

private:
    void editsBefore(qsizetype place);
    void put(Span span, QByteArrayView text);

    QByteArrayView m_body;
    BodyEdits m_edits;
    Outgoing &m_out;
    size_t m_next = 0;
    qsizetype m_copied = 0;
};

} // namespace gatehouse
