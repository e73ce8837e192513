// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/embedding.h"

#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/openai_chat/words.h"
#include "gateway/dialect/provider_error.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace gatehouse::openai_chat {
namespace {

QByteArray base64Of(const QList<float> &vector)
{
    QByteArray bytes(vector.size() * qsizetype(sizeof(float)), Qt::Uninitialized);
    qToLittleEndian<float>(vector.constData(), vector.size(), bytes.data());
    return bytes.toBase64();
}

QList<float> vectorOf(JsonView value)
{
    QList<float> vector;
    if (value.isString()) {
        const QByteArray bytes = QByteArray::fromBase64(value.text());
        vector.resize(bytes.size() / qsizetype(sizeof(float)));
        if (vector.isEmpty())
            return vector;
        qFromLittleEndian<float>(bytes.constData(), vector.size(), vector.data());
        return vector;
    }
    for (const JsonView number : value)
        vector.append(float(number.number().value_or(0)));
    return vector;
}

} // namespace

QByteArray writeEmbedding(const EmbeddingReply &reply, const EmbeddingRequest &request)
{
    QByteArray body;
    JsonWriter json(body);
    json.openObject().text("object", "list").openArray("data");
    int index = 0;
    for (const QList<float> &vector : reply.vectors) {
        json.openObject().text("object", "embedding").number("index", index++);
        if (request.base64) {
            json.text("embedding", base64Of(vector));
        } else {
            json.openArray("embedding");
            for (const float number : vector)
                json.real(double(number));
            json.closeArray();
        }
        json.closeObject();
    }
    const qint64 tokens = reply.usage ? reply.usage->input : 0;
    json.closeArray().text("model", request.model).openObject("usage");
    json.number("prompt_tokens", tokens).number("total_tokens", tokens).closeObject().closeObject();
    return body;
}

Result<ProviderRequest> writeEmbeddingRequest(const EmbeddingRequest &request, const Target &target)
{
    ProviderRequest out;
    out.path = "/embeddings";
    if (!request.task.isEmpty())
        out.dropped.add("taskType");
    JsonWriter json(out.body);
    json.openObject().text("model", target.model).openArray("input");
    for (const QByteArray &input : request.inputs)
        json.text(input);
    json.closeArray().text("encoding_format", "float");
    if (request.dimensions)
        json.number("dimensions", *request.dimensions);
    json.closeObject();
    return out;
}

Result<EmbeddingReply> readEmbedding(QByteArrayView body, const Target &)
{
    JsonDocument document;
    const JsonView root = document.parse(body);
    if (holdsError(root))
        return readProviderError(0, root);
    if (!root["data"].isArray())
        return protocolError(u"gave no vectors"_s);
    EmbeddingReply reply;
    for (const JsonView each : root["data"]) {
        reply.vectors.push_back(vectorOf(each["embedding"]));
        if (reply.vectors.back().isEmpty())
            return protocolError(u"gave an empty vector"_s);
    }
    UsageReader usage(Dialect::OpenAi);
    if (readUsage(usage, root))
        reply.usage = *usage.tokens();
    return reply;
}

} // namespace gatehouse::openai_chat
