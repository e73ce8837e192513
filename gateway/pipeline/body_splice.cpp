// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/body_splice.h"

namespace gatehouse {

BodySplice::BodySplice(QByteArrayView body, BodyEdits edits, Outgoing &out)
    : m_body(body)
    , m_edits(std::move(edits))
    , m_out(out)
{
}

void BodySplice::replace(Span span, QByteArray text)
{
    editsBefore(span.begin);
    m_out.owners.append(std::move(text));
    put(span, m_out.owners.last());
}

void BodySplice::insert(qsizetype place, QByteArrayView text)
{
    editsBefore(place);
    put({place, 0}, text);
}

void BodySplice::finish()
{
    editsBefore(m_body.size());
    if (m_copied < m_body.size())
        m_out.body.append(m_body.sliced(m_copied));
}

void BodySplice::editsBefore(qsizetype place)
{
    for (; m_next < m_edits.size() && m_edits[m_next].span.begin < place; ++m_next) {
        const BodyEdit &edit = m_edits[m_next];
        if (!edit.text.isEmpty())
            m_out.owners.append(edit.text);
        put(edit.span, edit.text);
    }
}

void BodySplice::put(Span span, QByteArrayView text)
{
    if (span.begin > m_copied)
        m_out.body.append(m_body.sliced(m_copied, span.begin - m_copied));
    if (!text.isEmpty())
        m_out.body.append(text);
    m_copied = span.begin + span.length;
}

} // namespace gatehouse
