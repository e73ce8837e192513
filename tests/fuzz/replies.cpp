// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider answers as a whole: read in its dialect, and written for every client.
#include "fuzz_input.h"
#include "gateway/dialect/dialects.h"
#include "gateway/dialect/translation.h"
#include "promise.h"

using namespace gatehouse;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const Dialect dialect = allDialects[size_t(input.choose(4))];
    const Target target = fuzzTarget(dialect, input.choose(3));
    const int flags = input.choose(4);
    const auto body = input.body();
    ReplyMemory memory;
    ReplyContext context;
    context.model = "m";
    context.token = "0";
    context.origin = "p/m";
    context.memory = &memory;
    context.echo = R"({"sealed":true,"response":{"store":true},"items":[]})";
    if (flags & 1)
        context.answerTool = "structured_output";
    if (flags & 2)
        context.freeformTools = {"get_weather"};
    for (const ClientForm form :
         {ClientForm::ChatCompletions, ClientForm::Responses, ClientForm::Messages, ClientForm::Gemini}) {
        const Result<WholeReply> reply =
            translateReply(*providerDialect(dialect), target, *clientDialect(form), context,
                           QByteArrayView(body.get(), input.size()));
        if (!reply) {
            requireError(reply.error());
            return 0;
        }
        requireJson(reply->body, "An answer to a client is JSON.");
    }
    return 0;
}
