// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "gateway/dialect/json_view.h"
#include "gateway/usage/usage_record.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace gatehouse {

//! Reads token figures on the side from an answer that passes by; never changes a byte.
class UsageReader final
{
public:
    explicit UsageReader(Dialect dialect)
        : m_dialect(dialect)
    {
    }

    //! Takes the figures from \a json, a whole answer or the data of one event. Later figures replace
    //! earlier ones field by field (Anthropic tells input first and output last). True: it held some.
    bool read(QByteArrayView json);
    //! The same where the usage object itself has been found; anything else holds none.
    bool readObject(JsonView usage);

    const std::optional<TokenUsage> &tokens() const { return m_tokens; }

private:
    Dialect m_dialect;
    std::optional<TokenUsage> m_tokens;
};

//! The last object in \a json that is the value of \a key (`"usage"`, quotes included), braces
//! included; null if there is none. It relies on quotes inside strings being escaped.
QByteArrayView lastObject(QByteArrayView json, QByteArrayView key);

} // namespace gatehouse
