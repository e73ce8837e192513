// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/body_edit.h"

#include <algorithm>

namespace gatehouse {

ElementCutter::ElementCutter(QByteArrayView body, JsonView container, BodyEdits &edits)
    : m_body(body)
    , m_edits(edits)
    , m_from(container.raw().data() - body.data() + 1)
{
}

qsizetype ElementCutter::endOf(JsonView value) const
{
    const QByteArrayView raw = value.raw();
    return raw.data() + raw.size() - m_body.data();
}

void ElementCutter::cut(JsonView element)
{
    qsizetype end = endOf(element);
    if (!m_any) { // then the comma behind it goes as well
        const qsizetype next = m_body.indexOf(',', end);
        const bool last = next < 0 || !m_body.sliced(end, next - end).trimmed().isEmpty();
        end = last ? end : next + 1;
    }
    m_edits.push_back({{m_from, end - m_from}, {}});
    m_from = end;
}

void replaceValue(QByteArrayView body, JsonView value, const QByteArray &json, BodyEdits &edits)
{
    const QByteArrayView raw = value.raw();
    edits.push_back({{raw.data() - body.data(), raw.size()}, json});
}

void sortEdits(BodyEdits &edits)
{
    std::stable_sort(edits.begin(), edits.end(),
                     [](const BodyEdit &a, const BodyEdit &b) { return a.span.begin < b.span.begin; });
}

} // namespace gatehouse
