// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/dialects.h"

#include "gateway/dialect/anthropic/anthropic.h"
#include "gateway/dialect/azure/azure.h"
#include "gateway/dialect/gemini/gemini.h"
#include "gateway/dialect/openai_chat/openai_chat.h"
#include "gateway/dialect/openai_responses/openai_responses.h"

namespace gatehouse {
namespace {

struct ClientRow
{
    ClientForm form;
    const ClientDialect *dialect;
};

struct ProviderRow
{
    Dialect dialect;
    const ProviderDialect *provider;
};

// A line for each; its folder declares what stands here.
const std::initializer_list<ClientRow> clients = {
    {ClientForm::ChatCompletions, &chatCompletionsClient},
    {ClientForm::Responses, &responsesClient},
    {ClientForm::Messages, &messagesClient},
    {ClientForm::Gemini, &geminiClient},
};
const std::initializer_list<ProviderRow> providers = {
    {Dialect::OpenAi, &openAiProvider},
    {Dialect::Anthropic, &anthropicProvider},
    {Dialect::Gemini, &geminiProvider},
    {Dialect::AzureOpenAi, &azureProvider},
};

} // namespace

const ClientDialect *clientDialect(ClientForm form)
{
    for (const ClientRow &row : clients) {
        if (row.form == form)
            return row.dialect;
    }
    return nullptr;
}

const ProviderDialect *providerDialect(Dialect dialect)
{
    for (const ProviderRow &row : providers) {
        if (row.dialect == dialect)
            return row.provider;
    }
    return nullptr;
}

} // namespace gatehouse
