// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/provider_prices.h"

#include "gateway/config/base_url.h"
#include "gateway/config/presets.h"
#include "gateway/pipeline/model_index.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

bool isZero(const Price &price)
{
    return price.input == 0 && price.output == 0 && price.cacheRead.value_or(0) == 0 &&
           price.cacheWrite.value_or(0) == 0;
}

//! Whether the models of that preset run nowhere else, so that a service nearby that serves them hands them
//! on from there.
bool isRelayed(const QString &preset)
{
    return preset == "openai"_L1 || preset == "anthropic"_L1 || preset == "gemini"_L1;
}

} // namespace

ProviderPrices::ProviderPrices(const Provider &provider, bool isOwn, const PriceList &list)
    : m_isOwn(isOwn)
    , m_list(&list)
    , m_preset(pricedAs(provider, list))
{
    for (const ModelEntry &model : provider.models) {
        if (model.price)
            m_overrides.push_back({model.id.toUtf8(), *model.price});
    }
    std::stable_sort(m_overrides.begin(), m_overrides.end(), [](const Override &a, const Override &b) {
        const bool isPattern = a.id.contains('*');
        if (isPattern != b.id.contains('*'))
            return !isPattern;
        return isPattern && a.id.size() > b.id.size();
    });
}

std::optional<Price> ProviderPrices::find(QByteArrayView model) const
{
    const auto it = std::find_if(m_overrides.cbegin(), m_overrides.cend(),
                                 [&](const Override &each) { return globMatches(each.id, model); });
    if (it != m_overrides.cend())
        return it->price;
    return m_list ? m_list->find(m_preset, model) : std::nullopt;
}

bool ProviderPrices::isFree(QByteArrayView model) const
{
    if (model.isEmpty()) {
        return m_isOwn && std::all_of(m_overrides.cbegin(), m_overrides.cend(),
                                      [](const Override &each) { return isZero(each.price); });
    }
    const std::optional<Price> price = find(model);
    return price ? isZero(*price) : m_isOwn;
}

QString pricedAs(const Provider &provider, const PriceList &list)
{
    if (provider.dialect == Dialect::AzureOpenAi)
        return u"azure-openai"_s;
    if (list.knows(provider.preset))
        return provider.preset;
    for (const Preset &preset : presets()) {
        if (list.knows(preset.provider.id) && isSameOrigin(provider.baseUrl, preset.provider.baseUrl))
            return preset.provider.id;
    }
    const bool isNamed = provider.preset.isEmpty() && list.knows(provider.id);
    return isNamed && (!isNearby(provider.baseUrl) || isRelayed(provider.id)) ? provider.id : QString();
}

} // namespace gatehouse
