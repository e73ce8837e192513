// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/embedding.h"

#include "gateway/dialect/gemini/words.h"
#include "gateway/dialect/provider_error.h"
#include "gateway/dialect/usage_reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::gemini {
namespace {

Error refused(const QString &message, QByteArray code)
{
    return {400, "invalid_request_error", std::move(code), message, "content"};
}

//! Takes one text, and of the first one what is wished for all.
std::optional<Error> readOne(JsonView one, EmbeddingRequest &request)
{
    const JsonView content = one["content"];
    QByteArray text = content.isString() ? content.text() : QByteArray();
    for (const JsonView part : content["parts"]) {
        if (!part["text"].isString())
            return refused(u"The provider of this model turns only texts into vectors."_s,
                           "unsupported_value");
        if (text.isEmpty())
            text = part["text"].text();
        else
            text += '\n' + part["text"].text();
    }
    if (text.isEmpty())
        return refused(u"There is no text to embed."_s, "missing_required_parameter");
    if (request.inputs.isEmpty()) {
        JsonView wishes = field(one, "embedContentConfig");
        if (!wishes)
            wishes = one;
        request.dimensions = field(wishes, "outputDimensionality").integer();
        request.task = field(wishes, "taskType").text();
    }
    request.inputs.append(text);
    return {};
}

void writeOne(JsonWriter &json, const QByteArray &input, const EmbeddingRequest &request,
              const Target &target)
{
    json.openObject().text("model", resourceOf(target.model)).openObject("content").openArray("parts");
    json.openObject().text("text", input).closeObject().closeArray().closeObject();
    if (!request.task.isEmpty())
        json.text("taskType", request.task);
    if (request.dimensions)
        json.number("outputDimensionality", *request.dimensions);
    json.closeObject();
}

void writeValues(JsonWriter &json, const QList<float> &vector)
{
    json.openArray("values");
    for (const float number : vector)
        json.real(double(number));
    json.closeArray();
}

QList<float> vectorOf(JsonView embedding)
{
    QList<float> vector;
    for (const JsonView number : embedding["values"])
        vector.append(float(number.number().value_or(0)));
    return vector;
}

} // namespace

Result<EmbeddingRequest> readEmbeddingRequest(const ClientRequest &in)
{
    JsonDocument document;
    const JsonView root = document.parseObject(in.body);
    if (!root)
        return Error{400, "invalid_request_error", "invalid_json", QString::fromUtf8(document.problem())};
    EmbeddingRequest request;
    request.model = in.model;
    request.single = !root["requests"].isArray();
    if (request.single) {
        if (auto error = readOne(root, request))
            return *std::move(error);
        return request;
    }
    for (const JsonView one : root["requests"]) {
        if (auto error = readOne(one, request))
            return *std::move(error);
    }
    if (request.inputs.isEmpty())
        return refused(u"There is no text to embed."_s, "missing_required_parameter");
    return request;
}

QByteArray writeEmbedding(const EmbeddingReply &reply, const EmbeddingRequest &request)
{
    QByteArray body;
    JsonWriter json(body);
    json.openObject();
    if (request.single) {
        json.openObject("embedding");
        writeValues(json, reply.vectors.empty() ? QList<float>() : reply.vectors.front());
        json.closeObject();
    } else {
        json.openArray("embeddings");
        for (const QList<float> &vector : reply.vectors) {
            json.openObject();
            writeValues(json, vector);
            json.closeObject();
        }
        json.closeArray();
    }
    json.closeObject();
    return body;
}

Result<ProviderRequest> writeEmbeddingRequest(const EmbeddingRequest &request, const Target &target)
{
    ProviderRequest out;
    JsonWriter json(out.body);
    if (request.inputs.size() == 1) {
        out.path = pathOf(target.model, "embedContent");
        writeOne(json, request.inputs.first(), request, target);
        return out;
    }
    out.path = pathOf(target.model, "batchEmbedContents");
    json.openObject().openArray("requests");
    for (const QByteArray &input : request.inputs)
        writeOne(json, input, request, target);
    json.closeArray().closeObject();
    return out;
}

Result<EmbeddingReply> readEmbedding(QByteArrayView body, const Target &)
{
    JsonDocument document;
    const JsonView root = document.parse(body);
    if (holdsError(root))
        return readProviderError(0, root);
    EmbeddingReply reply;
    if (root["embedding"].isObject())
        reply.vectors.push_back(vectorOf(root["embedding"]));
    for (const JsonView each : root["embeddings"])
        reply.vectors.push_back(vectorOf(each));
    if (reply.vectors.empty() || std::any_of(reply.vectors.cbegin(), reply.vectors.cend(),
                                             [](const QList<float> &vector) { return vector.isEmpty(); }))
        return protocolError(u"gave no vectors"_s);
    UsageReader usage(Dialect::Gemini);
    if (usage.readObject(root["usageMetadata"]))
        reply.usage = usage.tokens();
    return reply;
}

} // namespace gatehouse::gemini
