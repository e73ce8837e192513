// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider says when it refuses, whatever shape it has.
#include "fuzz_input.h"
#include "gateway/dialect/provider_error.h"
#include "promise.h"

using namespace gatehouse;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    constexpr std::array statuses = {0, 400, 401, 402, 403, 404, 408, 413, 418, 422, 429, 500, 503, 529};
    FuzzInput input(bytes, size);
    const int status = statuses[size_t(input.choose(int(statuses.size())))];
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());
    const Error error = readProviderError(status, text);
    requireError(error);
    require(status == 0 || error.status == status, "The status of an answer stands.");
    require(!text.trimmed().startsWith('<') || !error.message.startsWith(u'<'), "A web page is no message.");
    JsonDocument document;
    if (const JsonView root = document.parse(text))
        require(readProviderError(status, root) == error, "An error read before is the same.");
    return 0;
}
