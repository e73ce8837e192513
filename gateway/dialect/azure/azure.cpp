// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/azure/azure.h"

#include "gateway/dialect/openai_chat/embedding.h"
#include "gateway/dialect/openai_chat/reply_reader.h"
#include "gateway/dialect/openai_chat/request_writer.h"

#include <QString>

namespace gatehouse {
namespace {

constexpr char apiVersion[] = "?api-version=2024-10-21";

//! Each model is deployed under a name of its own, which is part of the address; only the newer base URL
//! (`…/openai/v1`) has OpenAI's own paths.
QByteArray deploymentAddress(QByteArrayView path, const Target &target)
{
    const QByteArray &base = target.baseUrl;
    if (base.endsWith("/openai/v1"))
        return path.toByteArray();
    if (base.contains("/openai/deployments/")) // a person gave one deployment's own
        return path.toByteArray() + apiVersion;
    const QByteArrayView root = base.endsWith("/openai") ? QByteArrayView() : QByteArrayView("/openai");
    return root.toByteArray() + "/deployments/" + target.model.toPercentEncoding() + path.toByteArray() +
           apiVersion;
}

Result<ProviderRequest> readdressed(Result<ProviderRequest> written, const Target &target)
{
    if (written)
        written->path = deploymentAddress(written->path, target);
    return written;
}

Result<ProviderRequest> writeRequest(const ChatRequest &request, const Target &target)
{
    return readdressed(openai_chat::writeRequest(request, target), target);
}

Result<ProviderRequest> writeEmbedding(const EmbeddingRequest &request, const Target &target)
{
    return readdressed(openai_chat::writeEmbeddingRequest(request, target), target);
}

} // namespace

const ProviderDialect azureProvider{
    .writeRequest = writeRequest,
    .readReply = openai_chat::readReply,
    .streamReader = openai_chat::makeStreamReader,
    .writeEmbedding = writeEmbedding,
    .readEmbedding = openai_chat::readEmbedding,
    .address = deploymentAddress,
};

} // namespace gatehouse
