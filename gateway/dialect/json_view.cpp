// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/json_view.h"

#include "gateway/dialect/json_escape.h"

#include <charconv>
#include <cmath>

namespace gatehouse {

JsonView::Kind JsonView::kind() const
{
    return m_document ? m_document->m_nodes[m_at].kind : Missing;
}

JsonView::Iterator &JsonView::Iterator::operator++()
{
    m_at = m_document->m_nodes[m_at].next;
    return *this;
}

JsonView::Iterator JsonView::begin() const
{
    return {m_document, kind() >= Array ? m_at + 1 : 0};
}

JsonView::Iterator JsonView::end() const
{
    return {m_document, kind() >= Array ? m_document->m_nodes[m_at].next : 0};
}

JsonView JsonView::operator[](QByteArrayView key) const
{
    JsonView found;
    if (kind() != Object)
        return found;
    const JsonDocument::Node *const nodes = m_document->m_nodes.data();
    const char *const json = m_document->m_json.data();
    const auto length = quint32(key.size());
    const quint32 end = nodes[m_at].next;
    for (quint32 at = m_at + 1; at != end; at = nodes[at].next) {
        const JsonDocument::Node &node = nodes[at];
        const bool same = node.keyEscaped ? JsonView(m_document, at).key() == key
                                          : node.keyEnd - node.keyBegin == length &&
                                                QByteArrayView(json + node.keyBegin, length) == key;
        if (same)
            found = {m_document, at};
    }
    return found;
}

QByteArrayView JsonView::raw() const
{
    if (!m_document)
        return {};
    const JsonDocument::Node &node = m_document->m_nodes[m_at];
    return m_document->m_json.sliced(node.begin, node.end - node.begin);
}

QByteArray JsonView::text() const
{
    if (kind() != String)
        return {};
    const QByteArrayView inner = raw().sliced(1).chopped(1);
    if (!m_document->m_nodes[m_at].escaped)
        return QByteArray::fromRawData(inner.data(), inner.size());
    QByteArray decoded;
    decoded.reserve(inner.size());
    appendUnescaped(decoded, inner);
    return decoded;
}

void JsonView::appendTextTo(QByteArray &out) const
{
    if (kind() != String)
        return;
    const QByteArrayView inner = raw().sliced(1).chopped(1);
    if (m_document->m_nodes[m_at].escaped)
        appendUnescaped(out, inner);
    else
        out.append(inner);
}

bool JsonView::is(QByteArrayView text) const
{
    if (kind() != String)
        return false;
    return m_document->m_nodes[m_at].escaped ? QByteArrayView(this->text()) == text
                                             : raw().sliced(1).chopped(1) == text;
}

std::optional<double> JsonView::number() const
{
    if (kind() != Number)
        return std::nullopt;
    bool fits = false;
    const double value = raw().toDouble(&fits);
    if (!fits || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<qint64> JsonView::integer() const
{
    if (kind() != Number)
        return std::nullopt;
    const QByteArrayView token = raw();
    qint64 whole = 0;
    const auto parsed = std::from_chars(token.begin(), token.end(), whole);
    if (parsed.ec == std::errc() && parsed.ptr == token.end())
        return whole;
    const std::optional<double> value = number();
    constexpr double exact = 9007199254740992.0; // beyond 2^53 a double no longer tells neighbours apart
    if (!value || std::abs(*value) > exact || std::trunc(*value) != *value)
        return std::nullopt;
    return qint64(*value);
}

std::optional<bool> JsonView::boolean() const
{
    if (kind() != Bool)
        return std::nullopt;
    return raw() == "true";
}

QByteArray JsonView::key() const
{
    if (!m_document)
        return {};
    const JsonDocument::Node &node = m_document->m_nodes[m_at];
    const QByteArrayView name = m_document->m_json.sliced(node.keyBegin, node.keyEnd - node.keyBegin);
    if (!node.keyEscaped)
        return QByteArray::fromRawData(name.data(), name.size());
    QByteArray decoded;
    appendUnescaped(decoded, name);
    return decoded;
}

} // namespace gatehouse
