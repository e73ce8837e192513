// SPDX-License-Identifier: GPL-3.0-or-later
// Embeddings, from both sides, and what a provider says when it is asked to count tokens.
#include "fuzz_input.h"
#include "gateway/dialect/dialects.h"
#include "gateway/dialect/translator.h"
#include "promise.h"

using namespace gatehouse;

namespace {

//! Two texts were asked for, in \a form of the client.
void writeVectors(const EmbeddingReply &reply, bool base64)
{
    EmbeddingRequest request;
    request.model = "m";
    request.inputs = {"a", "b"};
    request.base64 = base64;
    for (const bool single : {false, true}) {
        request.single = single;
        for (const ClientForm form : {ClientForm::ChatCompletions, ClientForm::Gemini})
            requireJson(clientDialect(form)->writeEmbedding(reply, request), "Vectors are told in JSON.");
    }
}

void readVectors(Dialect dialect, QByteArrayView body, bool base64)
{
    const ProviderDialect &provider = *providerDialect(dialect);
    if (!provider.readEmbedding)
        return;
    const Result<EmbeddingReply> reply = provider.readEmbedding(body, fuzzTarget(dialect, 0));
    if (reply)
        writeVectors(*reply, base64);
    else
        requireError(reply.error());
}

void readWish(ClientForm form, QByteArrayView body)
{
    ClientRequest in;
    in.task = Task::Embed;
    in.body = body;
    in.model = "m";
    const ClientDialect &client = *clientDialect(form);
    if (!client.readEmbedding)
        return;
    const Result<EmbeddingRequest> request = client.readEmbedding(in);
    if (!request)
        return requireError(request.error());
    require(!request->inputs.isEmpty(), "There is something to embed.");
    for (const Dialect dialect : allDialects) {
        const ProviderDialect &provider = *providerDialect(dialect);
        if (!provider.writeEmbedding)
            continue;
        const Result<ProviderRequest> sent = provider.writeEmbedding(*request, fuzzTarget(dialect, 0));
        if (sent)
            requireJson(sent->body, "A request to a provider is JSON.");
        else
            requireError(sent.error());
    }
}

void readCount(Dialect dialect, QByteArrayView body)
{
    const ProviderDialect &provider = *providerDialect(dialect);
    if (!provider.readTokenCount)
        return;
    const Result<qint64> tokens = provider.readTokenCount(body);
    if (!tokens)
        return requireError(tokens.error());
    for (const ClientForm form : {ClientForm::Messages, ClientForm::Gemini})
        requireJson(clientDialect(form)->writeTokenCount(*tokens), "A count is told in JSON.");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const int what = input.choose(4);
    const int side = input.choose(4);
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());
    if (what == 0)
        readWish(ClientForm(side), text);
    else if (what == 3)
        readCount(allDialects[size_t(side)], text);
    else
        readVectors(allDialects[size_t(side)], text, what == 2);
    return 0;
}
