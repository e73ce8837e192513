// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/way.h"

#include "gateway/dialect/dialect.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

bool canTranslate(const Endpoint &endpoint, Dialect dialect)
{
    const ClientDialect *client = endpoint.form ? clientDialect(*endpoint.form) : nullptr;
    const ProviderDialect *provider = providerDialect(dialect);
    if (!client || !provider)
        return false;
    switch (endpoint.task) {
    case Task::Generate:
        return client->readRequest && provider->writeRequest;
    case Task::CountTokens:
        return client->readRequest && client->writeTokenCount; // else an estimate is given
    case Task::Embed:
        return client->readEmbedding && provider->writeEmbedding;
    }
    Q_UNREACHABLE();
}

} // namespace

Way wayTo(const Endpoint &endpoint, const Provider &provider)
{
    const bool same = sameWireFormat(endpoint.dialect, provider.dialect);
    // Azure has it below its newer base URL alone.
    const bool older =
        provider.dialect == Dialect::AzureOpenAi && !provider.baseUrl.contains("/openai/v1"_L1);
    const bool lacksIt = endpoint.form == ClientForm::Responses && (!provider.nativeResponses || older);
    if (same && !lacksIt)
        return Way::Pass;
    if (canTranslate(endpoint, provider.dialect))
        return Way::Translate;
    // A provider of whom it is not known may have it after all, and says so itself if not.
    return same ? Way::Pass : Way::Never;
}

} // namespace gatehouse
