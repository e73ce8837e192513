// SPDX-License-Identifier: GPL-3.0-or-later
#include "toy_dialect.h"

#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/provider_error.h"
#include "gateway/dialect/sse_reader.h"

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

Result<ChatRequest> readRequest(const ClientRequest &in)
{
    JsonDocument document;
    const JsonView root = document.parse(in.body);
    ChatRequest request;
    request.model = in.model;
    if (root["say"].is("no"))
        return Error{400, "invalid_request_error", "unsupported_value", u"No."_s, "say"};
    request.messages.append({ChatMessage::User, {{TextPart{root["say"].text()}}}});
    if (root["n"])
        request.dropped.add("n");
    return request;
}

Result<ProviderRequest> writeRequest(const ChatRequest &request, const Target &target)
{
    ProviderRequest out;
    out.path = "/ask/" + target.model;
    JsonWriter(out.body)
        .openObject()
        .text("ask", request.messages.first().parts.first().as<TextPart>()->text)
        .closeObject();
    return out;
}

TokenUsage tokensOf(JsonView list)
{
    TokenUsage usage;
    qint64 *field = &usage.input;
    for (const JsonView figure : list) {
        *field = figure.integer().value_or(0);
        field = &usage.output;
    }
    return usage;
}

Result<ChatReply> readReply(QByteArrayView body, const Target &)
{
    JsonDocument document;
    const JsonView root = document.parse(body);
    if (!root["answer"].isString())
        return holdsError(root) ? readProviderError(0, root) : protocolError(u"gave no answer");
    ChatReply reply;
    reply.parts.append({TextPart{root["answer"].text()}});
    reply.usage = tokensOf(root["tokens"]);
    return reply;
}

QByteArray writeReply(const ChatReply &reply, const ReplyContext &context)
{
    QByteArray body;
    JsonWriter json(body);
    json.openObject().text("model", context.model);
    for (const ChatPart &part : reply.parts)
        json.text("heard", part.as<TextPart>()->text);
    json.number("stop", int(reply.stop->reason)).closeObject();
    return body;
}

class Reader final : public SseReader
{
    void event(QByteArrayView, JsonView data, StreamSink &sink) override
    {
        sink.text(data["text"].text());
        sink.reasoning(data["think"].text());
        sink.signature(data["sign"].text());
        if (const JsonView call = data["call"])
            sink.tool({int(call["index"].integer().value_or(0)), call["id"].text(), call["name"].text(),
                       call["args"].text()});
        if (const auto index = data["endcall"].integer())
            sink.toolEnd(int(*index));
        if (data["tokens"])
            sink.usage(tokensOf(data["tokens"]));
        if (const auto stop = data["stop"].integer())
            sink.stop({StopReason(*stop)});
        if (const auto stop = data["maystop"].integer())
            sink.mayStop({StopReason(*stop)});
    }
};

class Writer final : public StreamWriter
{
public:
    void start(QByteArray &out, QByteArrayView id) override { event(out, "start", id); }
    void partBegin(QByteArray &out, const StreamPart &part) override
    {
        out.append("data: ");
        JsonWriter json(out);
        json.openObject().number("begin", int(part.kind));
        if (part.kind == PartKind::ToolCall)
            json.text("id", part.id).text("name", part.name);
        json.closeObject();
        out.append("\n\n");
    }
    void delta(QByteArray &out, QByteArrayView bytes) override { event(out, "delta", bytes); }
    void signature(QByteArray &out, const Signature &signature) override
    {
        event(out, "sign", QByteArray(signature.origin + ' ' + signature.value));
    }
    void partEnd(QByteArray &out) override { event(out, "end", ""); }
    void end(QByteArray &out, const StreamEnd &end) override
    {
        event(out, "stop", QByteArray::number(int(end.stop.reason)));
    }
    void breakOff(QByteArray &out, const Error &, QByteArrayView body) override
    {
        out.append("data: ").append(body).append("\n\n");
    }
    void ping(QByteArray &out) override { out.append(": ping\n\n"); }

private:
    static void event(QByteArray &out, QByteArrayView key, QByteArrayView text)
    {
        out.append("data: ");
        JsonWriter(out).openObject().text(key, text).closeObject();
        out.append("\n\n");
    }
};

} // namespace

const ClientDialect toyClient{
    .name = "toy",
    .readRequest = readRequest,
    .writeReply = writeReply,
    .streamWriter = [](const ReplyContext &) -> std::unique_ptr<StreamWriter> {
        return std::make_unique<Writer>();
    },
};

const ProviderDialect toyProvider{
    .writeRequest = writeRequest,
    .readReply = readReply,
    .streamReader = [](const Target &) -> std::unique_ptr<StreamReader> {
        return std::make_unique<Reader>();
    },
};
