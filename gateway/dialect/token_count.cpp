// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/token_count.h"

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/provider_error.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

QByteArray tokenCountBody(QByteArrayView field, qint64 tokens)
{
    QByteArray body;
    JsonWriter(body).openObject().number(field, tokens).closeObject();
    return body;
}

Result<qint64> readTokenCount(QByteArrayView body, QByteArrayView field)
{
    JsonDocument document;
    const JsonView root = document.parse(body);
    if (const auto tokens = root[field].integer())
        return *tokens;
    if (holdsError(root))
        return readProviderError(0, root);
    return protocolError(u"did not count the tokens"_s);
}

} // namespace gatehouse
