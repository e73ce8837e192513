// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/translation.h"

#include "gateway/dialect/signature.h"
#include "gateway/dialect/token_estimate.h"
#include "gateway/dialect/tool_arguments.h"
#include "gateway/dialect/turns.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr qsizetype usualOutput = 4096;

bool ranAway(const ChatReply &reply)
{
    return std::any_of(reply.parts.cbegin(), reply.parts.cend(), [](const ChatPart &part) {
        const auto *call = part.as<ToolCallPart>();
        ArgumentScan scan;
        if (call)
            scan.feed(call->arguments);
        return scan.ranAway();
    });
}

} // namespace

Result<ChatRequest> readChat(const ClientDialect &client, const ClientRequest &request)
{
    return client.readRequest(request).andThen([](ChatRequest chat) -> Result<ChatRequest> {
        settleTurns(chat);
        if (chat.messages.isEmpty() && !chat.system.isEmpty()) // not every provider answers a system alone
            chat.messages.append({ChatMessage::User, {chat.system.takeLast()}});
        if (chat.messages.isEmpty())
            return nobodySpeaks();
        return chat;
    });
}

Result<WholeReply> translateReply(const ProviderDialect &provider, const Target &target,
                                  const ClientDialect &client, const ReplyContext &context,
                                  QByteArrayView body)
{
    return provider.readReply(body, target).andThen([&](ChatReply reply) -> Result<WholeReply> {
        if (ranAway(reply))
            return endlessArguments();
        settleReply(reply, context);
        Dropped dropped;
        const auto isImage = [](const ChatPart &part) { return part.as<ImagePart>() != nullptr; };
        if (!client.takesImages && reply.parts.removeIf(isImage) > 0)
            dropped.add("images");
        return WholeReply{client.writeReply(reply, context), reply.usage, std::move(dropped)};
    });
}

ReplyContext replyContext(const ClientRequest &in, const ChatRequest &request, const ProviderRequest *sent,
                          const Target &target)
{
    ReplyContext context;
    context.model = QByteArray(request.model.constData(), request.model.size());
    context.includeUsage = request.includeUsage;
    context.asArray = in.asArray;
    context.inputEstimate = estimateTokens(request);
    context.origin = originOf(target.provider, target.model);
    if (sent) {
        context.names = sent->names;
        context.answerTool = sent->answerTool;
        context.answerToolForced = sent->answerToolForced;
        context.answerMember = sent->answerMember;
    }
    for (const ChatTool &tool : request.tools) {
        if (tool.kind == ChatTool::Freeform)
            context.freeformTools.append(QByteArray(tool.name.constData(), tool.name.size()));
    }
    context.echo = QByteArray(request.echo.constData(), request.echo.size());
    context.client = in.client;
    context.memory = in.memory;
    return context;
}

StreamTranslation::StreamTranslation(const ProviderDialect &provider, const Target &target,
                                     const ClientDialect &client, ReplyContext context)
    : m_context(std::move(context))
    , m_reader(provider.streamReader(target))
    , m_writer(client.streamWriter(m_context))
    , m_order(*m_writer, m_context, m_out)
{
    m_out.reserve(usualOutput);
    m_context.takesImages = client.takesImages;
    if (!m_context.answerTool.isEmpty() && !m_context.answerToolForced)
        m_answer.emplace(m_order, m_context.answerTool);
}

StreamSink &StreamTranslation::sink()
{
    if (m_answer)
        return *m_answer;
    return m_order;
}

void StreamTranslation::letGo()
{
    if (m_answer)
        m_answer->letGo();
}

void StreamTranslation::feed(QByteArrayView bytes)
{
    if (!over())
        m_reader->feed(bytes, sink());
}

void StreamTranslation::bodyEnded()
{
    if (over())
        return;
    m_reader->finish(sink());
    letGo();
    m_order.bodyEnded(m_reader->endIsSaid());
}

void StreamTranslation::bodyBroke()
{
    if (over())
        return;
    letGo();
    m_order.bodyEnded(m_reader->endIsSaid());
}

void StreamTranslation::breakOff(const Error &error, QByteArrayView body)
{
    m_writer->breakOff(m_out, error, body);
}

void StreamTranslation::ping()
{
    if (over())
        return;
    m_order.start({});
    m_writer->ping(m_out);
}

} // namespace gatehouse
