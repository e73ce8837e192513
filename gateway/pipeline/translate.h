// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/prepare.h"
#include "gateway/pipeline/services.h"

#include <optional>

namespace gatehouse {

//! A client's request in no dialect: read when the first candidate needs it, and once for all of them.
class TranslatedRequest final
{
public:
    //! All three outlive it. The endpoint has a form that is translated.
    TranslatedRequest(const Incoming &in, const Call &call, Services &services);

    //! The request as \a picked gets it. Errors: 400 for what neither side can carry.
    Result<Prepared> prepare(const Picked &picked);

    //! The answer to a count of tokens, where \a picked cannot count: an estimate. Nothing: it can, or
    //! something else was asked. Errors: 400 as the client's dialect has it.
    std::optional<Result<QByteArray>> estimate(const Picked &picked);

private:
    const Result<ChatRequest> &chat();
    const Result<EmbeddingRequest> &embedding();
    Result<Prepared> prepareChat(const ProviderDialect &provider, const Picked &picked);
    Result<Prepared> prepareEmbedding(const ProviderDialect &provider, const Picked &picked);
    Prepared sending(ProviderRequest request, const Picked &picked, Reading reading, Dropped dropped) const;

    const Incoming &m_in;
    const Call &m_call;
    Services &m_services;
    const ClientDialect &m_client;
    ClientRequest m_request;
    std::optional<Result<ChatRequest>> m_chat;
    std::optional<Result<EmbeddingRequest>> m_embedding;
};

} // namespace gatehouse
