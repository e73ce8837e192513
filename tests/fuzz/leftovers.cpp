// SPDX-License-Identifier: GPL-3.0-or-later
// What goes from a body for a provider of the client's own dialect: nothing but what Gatehouse wrote, and
// what is left is JSON that has nothing more to lose.
#include "fuzz_input.h"
#include "gateway/dialect/dialects.h"
#include "gateway/dialect/json_view.h"
#include "promise.h"

using namespace gatehouse;

namespace {

constexpr ClientForm forms[] = {ClientForm::Responses, ClientForm::Messages, ClientForm::Gemini,
                                ClientForm::ChatCompletions};

QByteArray edited(QByteArrayView body, const BodyEdits &edits)
{
    QByteArray result;
    qsizetype copied = 0;
    for (const BodyEdit &edit : edits) {
        require(edit.span.begin >= copied && edit.span.length >= 0 &&
                    edit.span.begin + edit.span.length <= body.size(),
                "Changes lie in the body, one behind the other.");
        result.append(body.sliced(copied, edit.span.begin - copied)).append(edit.text);
        copied = edit.span.begin + edit.span.length;
    }
    return result.append(body.sliced(copied));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const ClientDialect &client = *clientDialect(forms[input.choose(4)]);
    Target target;
    target.traits.claude = target.traits.wantsToolSignature = input.choose(2) == 1;
    target.host.wantsReasoningBack = target.traits.claude;
    const auto bytesOfBody = input.body();
    const QByteArrayView body(bytesOfBody.get(), input.size());

    ReplyMemory memory;
    memory.keep(
        {}, "resp_0123456789abcdef",
        R"([{"type":"reasoning","id":"rs_0123456789abcdef_0"},{"type":"message","id":"msg_0123456789abcdef_1"}])");
    ClientRequest request;
    request.body = body;
    request.memory = &memory;
    const BodyEdits edits = client.foreignLeftovers(request, target).edits;
    const QByteArray left = edited(body, edits);
    if (edits.empty())
        return 0;
    requireJson(left, "What is left is JSON.");
    request.body = left;
    require(client.foreignLeftovers(request, target).edits.empty(), "Nothing more has to go.");
    return 0;
}
