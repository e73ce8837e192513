// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/reported_error.h"

#include "gateway/dialect/provider_error.h"

namespace gatehouse {
namespace {

constexpr int statusUnknown = 0;

} // namespace

Error withoutKeys(Error error, const Redactor &redactor)
{
    error.message = QString::fromUtf8(redactor.redactKnown(error.message.toUtf8()));
    for (QByteArray *word : {&error.code, &error.param}) {
        if (redactor.redactKnown(*word) != *word)
            word->clear();
    }
    return error;
}

Error toldError(Error error, const Redactor &redactor)
{
    error = withoutKeys(std::move(error), redactor);
    if (error.code.isEmpty()) // a record without one would be that of a good answer
        error.code = "upstream_error";
    return error;
}

std::optional<Error> reportedError(QByteArrayView body, const Redactor &redactor)
{
    JsonDocument document;
    JsonView root = document.parse(body);
    if (root["response"]["error"].isObject()) // of `response.failed`
        root = root["response"];
    const bool flat = root["type"].isString() && root["type"].text() == "error"; // an event of Responses
    if (!flat && !holdsError(root))
        return std::nullopt;
    return toldError(readProviderError(statusUnknown, root), redactor);
}

} // namespace gatehouse
