// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/target.h"

namespace gatehouse {

Target targetFor(const Provider &provider, const QByteArray &baseUrl, const QByteArray &model,
                 qint64 catalogueMax)
{
    Target target;
    target.dialect = provider.dialect;
    target.provider = provider.id.toUtf8();
    target.baseUrl = baseUrl;
    target.model = model;
    target.host = hostTraits(provider.dialect, provider.preset, baseUrl);
    target.host.streamOptions = target.host.streamOptions && provider.streamUsage == StreamUsage::Ask;
    target.traits = modelTraits(model);
    if (catalogueMax > 0)
        target.traits.maxOutput = catalogueMax;
    return target;
}

} // namespace gatehouse
