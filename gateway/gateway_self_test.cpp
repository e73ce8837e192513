// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/capability_file.h"
#include "gateway/config/base_url.h"
#include "gateway/gateway.h"
#include "gateway/pipeline/provider_prices.h"
#include "gateway/pipeline/self_test_question.h"
#include "gateway/worker.h"

#include <algorithm>

// What self-tests find out, and where it is kept.

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

const Provider *find(const Config &config, const QString &id)
{
    const auto it = std::find_if(config.providers.cbegin(), config.providers.cend(),
                                 [&](const Provider &each) { return each.id == id; });
    return it == config.providers.cend() ? nullptr : &*it;
}

} // namespace

void Gateway::openCapabilities(const QString &path)
{
    m_capabilityPath = path;
    m_capabilities = readCapabilities(path);
    if (m_generation > 0)
        publish();
    Q_EMIT capabilitiesChanged();
}

const QList<CapabilitySheet> &Gateway::capabilities() const
{
    return m_capabilities;
}

SelfTestEstimate Gateway::estimateSelfTest(const QString &provider, const QString &model) const
{
    const Provider *found = find(m_config, provider);
    const QByteArray name = model.toUtf8();
    if (!found)
        return selfTestEstimate(name, {}, false);
    const ProviderPrices prices(*found, found->baseUrl == "demo:"_L1 || isNearby(found->baseUrl));
    return selfTestEstimate(name, prices.find(name), prices.isFree(name));
}

quint64 Gateway::selfTest(const QString &provider, const QString &model)
{
    const quint64 number = ++m_lastSelfTest;
    m_selfTests.insert(number);
    CapabilitySheet sheet{provider, model, {}};
    const Provider *found = find(m_config, provider);
    if (!found) { // nobody to ask; told later, as every answer is
        for (const Feature feature : allFeatures)
            sheet.results.insert(feature, {.detail = u"There is no such provider."_s});
        QMetaObject::invokeMethod(
            this, [this, number, sheet] { onSelfTested(number, sheet); }, Qt::QueuedConnection);
        return number;
    }
    sheet.baseUrl = found->baseUrl;
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, number, sheet] { worker->selfTest(number, sheet); });
    return number;
}

void Gateway::cancelSelfTest(quint64 number)
{
    if (m_selfTests.remove(number))
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, number] { worker->cancelSelfTest(number); });
}

//! What comes of one that was given up in the meantime is nobody's.
void Gateway::onSelfTestAnswered(quint64 number, Feature feature, const FeatureResult &result)
{
    if (m_selfTests.contains(number))
        Q_EMIT selfTestAnswered(number, feature, result);
}

void Gateway::onSelfTested(quint64 number, const CapabilitySheet &sheet)
{
    if (!m_selfTests.remove(number))
        return;
    const Provider *found = find(m_config, sheet.provider);
    if (found && found->baseUrl == sheet.baseUrl) {
        CapabilitySheet kept = sheet;
        m_capabilities.removeIf([&](const CapabilitySheet &each) {
            const Provider *provider = find(m_config, each.provider);
            const bool isSame = each.provider == sheet.provider && each.model == sheet.model;
            if (isSame && each.baseUrl == sheet.baseUrl)
                kept = withKnown(std::move(kept), each);
            return isSame || !provider || provider->baseUrl != each.baseUrl;
        });
        m_capabilities.append(kept);
        if (!m_capabilityPath.isEmpty())
            writeCapabilities(m_capabilityPath, m_capabilities);
        publish();
        Q_EMIT capabilitiesChanged();
    }
    Q_EMIT selfTested(number, sheet);
}

} // namespace gatehouse
