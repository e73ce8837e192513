// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/health_checks.h"

#include "gateway/pipeline/probe_question.h"
#include "gateway/upstream/failure.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

//! One question after the models of a provider.
class HealthChecks::Check final : private TransferReceiver
{
public:
    Check(HealthChecks &owner, const ProviderEntry &provider, int key)
        : m_owner(owner)
        , m_provider(provider.config->id)
        , m_transfer(owner.m_transfers.start(modelsQuestion(provider, key), *this))
    {
    }

private:
    void onHead(ReplyHead head) override
    {
        m_status = head.status;
        m_latency = millisecondsBetween(m_began, Clock::now());
        if (m_status >= 400) { // its words do not matter
            judge();
            over();
        }
    }
    bool onBody(QByteArrayView) override { return true; }
    void onEnd(const TransferEnd &end) override
    {
        if (end.kind == TransferEnd::Complete)
            judge();
        else
            m_owner.m_health.failed(m_provider, failureOf(end, m_provider).error.message);
        over();
    }

    void judge()
    {
        const QString answered = u"It answers a look at its models with HTTP %1."_s.arg(m_status);
        if (m_status == 401 || m_status == 403)
            m_owner.m_health.noted(m_provider, answered); // a key may be good for chat and not for this
        else if (m_status >= 500 && m_status != 501)
            m_owner.m_health.failed(m_provider, answered);
        else // also 404, 405, 501: it is there, but has no such list
            m_owner.m_health.answered(m_provider, m_latency);
    }

    void over() { m_owner.m_running.erase(m_provider); } // destroys this

    HealthChecks &m_owner;
    const QString m_provider;
    const TimePoint m_began = Clock::now();
    int m_status = 0;
    double m_latency = 0;
    std::unique_ptr<Transfer> m_transfer;
};

HealthChecks::HealthChecks(Transfers &transfers, Health &health, const Cooldowns &cooldowns)
    : m_transfers(transfers)
    , m_health(health)
    , m_cooldowns(cooldowns)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { run(); });
}

HealthChecks::~HealthChecks() = default;

void HealthChecks::apply(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    m_running.clear();
    QHash<QString, TimePoint> due;
    const auto &providers = m_snapshot->providers;
    for (size_t i = 0; i < providers.size(); ++i) {
        const Provider &provider = *providers[i].config;
        if (!provider.enabled || providers[i].link->demo || !providers[i].hasUsableKey() ||
            modelsPath(provider).isEmpty())
            continue;
        const auto spread =
            std::chrono::milliseconds(m_snapshot->config.healthInterval) * (i + 1) / providers.size();
        due.insert(provider.id,
                   std::min<TimePoint>(m_due.value(provider.id, TimePoint::max()), Clock::now() + spread));
    }
    m_due = std::move(due);
    schedule();
}

void HealthChecks::schedule()
{
    m_timer.stop();
    if (m_due.isEmpty() || m_snapshot->config.healthInterval <= std::chrono::seconds(0))
        return;
    const TimePoint next = *std::min_element(m_due.cbegin(), m_due.cend());
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now());
    m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
}

void HealthChecks::run()
{
    const TimePoint now = Clock::now();
    const auto interval = m_snapshot->config.healthInterval;
    for (const ProviderEntry &provider : m_snapshot->providers) {
        const auto due = m_due.find(provider.config->id);
        if (due == m_due.end() || *due > now)
            continue;
        const TimePoint heard = m_health.state(provider.config->id).heard;
        const bool busy = now - heard < interval && heard != TimePoint{};
        *due = busy ? heard + interval : now + interval;
        if (!busy && !m_running.contains(provider.config->id))
            start(provider);
    }
    schedule();
}

void HealthChecks::start(const ProviderEntry &provider)
{
    int key = -1;
    for (int i = 0; i < provider.keys.size() && key < 0; ++i) {
        if (provider.keys[i].usable() &&
            !m_cooldowns.blocked({provider.config->id, provider.fingerprints[i], {}}, Clock::now()))
            key = i;
    }
    if (key < 0 && !provider.keys.isEmpty())
        return; // all of them are left alone
    m_running.insert_or_assign(provider.config->id, std::make_unique<Check>(*this, provider, key));
}

} // namespace gatehouse
