// SPDX-License-Identifier: GPL-3.0-or-later
// What a client sends: read in its form, settled, and written in every provider's dialect. Then the body
// goes, and what is kept of the request must still be of use.
#include "fuzz_input.h"
#include "gateway/dialect/dialects.h"
#include "gateway/dialect/token_estimate.h"
#include "gateway/dialect/translation.h"
#include "gateway/dialect/turns.h"
#include "promise.h"

#include <QString>

using namespace gatehouse;

namespace {

//! What outlives the body.
struct Kept
{
    Target target;
    ProviderRequest sent;
    ReplyContext context;
};

ClientRequest clientRequest(FuzzInput &input, ReplyMemory &memory)
{
    ClientRequest in;
    const int flags = input.choose(8);
    in.model = "m";
    in.stream = flags & 1;
    in.asArray = flags & 2;
    in.task = flags & 4 ? Task::CountTokens : Task::Generate;
    in.client = "c";
    in.memory = &memory;
    return in;
}

void requireSettled(const ChatRequest &chat)
{
    const ChatMessage *before = nullptr;
    for (const ChatMessage &message : chat.messages) {
        require(!message.parts.isEmpty(), "A settled turn is not empty.");
        require(!before || before->role != message.role, "Settled turns take turns.");
        before = &message;
        bool said = false;
        for (const ChatPart &part : message.parts) {
            const bool result = part.as<ToolResultPart>() != nullptr;
            require(!result || !said || message.role == ChatMessage::Assistant, "Results come first.");
            said = said || !result;
        }
    }
    require(estimateTokens(chat) >= 0, "An estimate is not negative.");
}

std::vector<Kept> writeForAll(const ClientRequest &in, const ChatRequest &chat, int variant)
{
    std::vector<Kept> kept;
    for (const Dialect dialect : allDialects) {
        const Target target = fuzzTarget(dialect, variant);
        const ProviderDialect &provider = *providerDialect(dialect);
        const auto write = in.task == Task::CountTokens ? provider.writeTokenCount : provider.writeRequest;
        if (!write)
            continue;
        Result<ProviderRequest> sent = write(chat, target);
        if (!sent) {
            requireError(sent.error());
            continue;
        }
        ReplyContext context = replyContext(in, chat, &*sent, target);
        context.token = "0";
        kept.push_back({target, *std::move(sent), std::move(context)});
    }
    return kept;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const ClientDialect &client = *clientDialect(ClientForm(input.choose(4)));
    const int variant = input.choose(3);
    ReplyMemory memory;
    memory.keep("c", "resp_known", R"([{"role":"user","content":"Before."}])");
    std::vector<Kept> kept;
    {
        ClientRequest in = clientRequest(input, memory);
        const auto body = input.body();
        in.body = QByteArrayView(body.get(), input.size());
        const Result<ChatRequest> chat = readChat(client, in);
        if (!chat) {
            requireError(chat.error());
            return 0;
        }
        requireSettled(*chat);
        kept = writeForAll(in, *chat, variant);
    }
    for (const Kept &each : kept) {
        requireJson(each.sent.body, "A request to a provider is JSON.");
        require(each.sent.path.startsWith('/'), "A path begins with a slash.");
        const QByteArray head = each.sent.path + each.sent.dropped.header();
        for (const char c : head)
            require(c >= ' ' && c < 0x7f, "Path and headers are printable.");
        ChatReply reply;
        reply.parts = {{ToolCallPart{"a", "t", "{}"}}, {TextPart{"x"}}};
        settleReply(reply, each.context);
        requireJson(client.writeReply(reply, each.context), "An answer to a client is JSON.");
    }
    return 0;
}
