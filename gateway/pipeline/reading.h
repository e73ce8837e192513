// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/redact.h"
#include "gateway/dialect/dialects.h"

namespace gatehouse {

//! How the answer to a translated request is read for its client. May borrow from the request's body.
struct Reading
{
    const ClientDialect &client;
    const ProviderDialect &provider;
    const Redactor &redactor;
    Dialect asked = Dialect::OpenAi; //!< the dialect of errors
    Task task = Task::Generate;
    Target target = {};
    ReplyContext context = {};
    EmbeddingRequest embedding = {}; //!< of Task::Embed
};

} // namespace gatehouse
