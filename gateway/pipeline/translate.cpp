// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/translate.h"

#include "gateway/base/ascii_case.h"
#include "gateway/dialect/token_estimate.h"
#include "gateway/dialect/translation.h"
#include "gateway/dialect/turns.h"
#include "gateway/http/request_id.h"
#include "gateway/upstream/demo_answer.h"

#include <QDateTime>

namespace gatehouse {
namespace {

Target targetOf(const Picked &picked)
{
    return targetFor(*picked.provider->config, picked.provider->link->baseUrl, picked.model);
}

} // namespace

TranslatedRequest::TranslatedRequest(const Incoming &in, const Call &call, Services &services)
    : m_in(in)
    , m_call(call)
    , m_services(services)
    , m_client(*clientDialect(*call.match.endpoint->form))
{
    m_request.task = call.match.endpoint->task;
    m_request.body = in.body;
    m_request.model = call.peek.model;
    m_request.stream = call.peek.stream;
    m_request.asArray = call.asArray;
    m_request.client = call.caller.name().toUtf8();
    m_request.memory = &services.memory;
}

const Result<ChatRequest> &TranslatedRequest::chat()
{
    if (!m_chat)
        m_chat = readChat(m_client, m_request);
    return *m_chat;
}

const Result<EmbeddingRequest> &TranslatedRequest::embedding()
{
    if (!m_embedding)
        m_embedding = m_client.readEmbedding(m_request);
    return *m_embedding;
}

Result<Prepared> TranslatedRequest::prepare(const Picked &picked)
{
    const ProviderDialect &provider = *providerDialect(picked.provider->config->dialect);
    return m_request.task == Task::Embed ? prepareEmbedding(provider, picked) : prepareChat(provider, picked);
}

std::optional<Result<QByteArray>> TranslatedRequest::estimate(const Picked &picked)
{
    if (m_request.task != Task::CountTokens)
        return std::nullopt;
    const bool counts = providerDialect(picked.provider->config->dialect)->writeTokenCount;
    if (!chat() && counts)
        return std::nullopt; // it is refused all the same
    if (!chat())
        return chat().error();
    if (counts && !hasStrayResults(*chat())) // Gemini CLI counts what a tool gave back alone
        return std::nullopt;
    if (!picked.provider->link->demo)
        return m_client.writeTokenCount(estimateTokens(*chat()));
    return providerDialect(picked.provider->config->dialect)
        ->writeRequest(*chat(), targetOf(picked))
        .andThen([&](const ProviderRequest &request) {
            return Result<QByteArray>(m_client.writeTokenCount(demoPromptTokens(request.body)));
        });
}

Result<Prepared> TranslatedRequest::prepareChat(const ProviderDialect &provider, const Picked &picked)
{
    if (!chat())
        return chat().error();
    const ChatRequest &asked = *chat();
    const Target target = targetOf(picked);
    const auto write = m_request.task == Task::CountTokens ? provider.writeTokenCount : provider.writeRequest;
    return write(asked, target).andThen([&](ProviderRequest request) -> Result<Prepared> {
        ReplyContext context = replyContext(m_request, asked, &request, target);
        context.token = newRequestId().sliced(4); // without its `req_`
        context.created = QDateTime::currentSecsSinceEpoch();
        context.memory = &m_services.memory;
        Dropped dropped = asked.dropped;
        dropped.add(request.dropped);
        return sending(std::move(request), picked,
                       {m_client, provider, m_services.redactor, m_call.match.endpoint->dialect,
                        m_request.task, target, std::move(context)},
                       std::move(dropped));
    });
}

Result<Prepared> TranslatedRequest::prepareEmbedding(const ProviderDialect &provider, const Picked &picked)
{
    if (!embedding())
        return embedding().error();
    const Target target = targetOf(picked);
    return provider.writeEmbedding(*embedding(), target)
        .andThen([&](ProviderRequest request) -> Result<Prepared> {
            Dropped dropped = request.dropped;
            return sending(std::move(request), picked,
                           {m_client,
                            provider,
                            m_services.redactor,
                            m_call.match.endpoint->dialect,
                            m_request.task,
                            target,
                            {},
                            *embedding()},
                           std::move(dropped));
        });
}

Prepared TranslatedRequest::sending(ProviderRequest request, const Picked &picked, Reading reading,
                                    Dropped dropped) const
{
    Prepared prepared;
    Outgoing &out = prepared.outgoing;
    out.link = picked.provider->link;
    out.url = out.link->baseUrl + request.path;
    out.authorization = picked.authorization;
    // The client's query belongs to its own dialect.
    out.headers = upstreamHeaders(m_in, *m_call.match.endpoint, *picked.provider);
    out.headers.removeIf([](const QByteArray &line) { return isFieldOf(line, "content-type"); });
    out.headers.append("Content-Type: application/json");
    out.owners.append(std::move(request.body));
    out.body.append(out.owners.last());
    prepared.dropped = std::move(dropped);
    prepared.reading = std::make_unique<Reading>(std::move(reading));
    return prepared;
}

} // namespace gatehouse
