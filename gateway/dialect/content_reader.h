// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_part.h"
#include "gateway/dialect/json_view.h"

#include <optional>

namespace gatehouse {

//! Reads \a content, be it a text or a list of parts of which \a readPart (JsonView → Result<ChatPart>) reads
//! one. The error, if any, is that of a part.
template<typename ReadPart>
std::optional<Error> readContent(JsonView content, QList<ChatPart> &parts, const ReadPart &readPart)
{
    if (content.isString())
        parts.append({TextPart{content.text()}});
    if (!content.isArray())
        return {};
    for (const JsonView element : content) {
        Result<ChatPart> part = readPart(element);
        if (!part)
            return part.error();
        parts.append(*std::move(part));
    }
    return {};
}

} // namespace gatehouse
