// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/metrics.h"
#include "gateway/usage/prometheus_text.h"

#include <algorithm>
#include <functional>

namespace gatehouse {
namespace {

using Type = PrometheusText::Type;
using ProviderNow = MetricsMoment::Provider;

void writeGauge(PrometheusText &out, const QList<ProviderNow> &providers, QByteArrayView name,
                QByteArrayView help, const std::function<qint64(const ProviderNow &)> &value)
{
    out.metric(name, Type::Gauge, help);
    for (const ProviderNow &provider : providers.first(std::min(providers.size(), Metrics::mostSeries)))
        out.sample({{"provider", provider.id.toUtf8()}}, value(provider));
}

void writeMoment(PrometheusText &out, const MetricsMoment &moment)
{
    writeGauge(out, moment.providers, "gatehouse_requests_in_flight",
               "Requests that a provider works at now.",
               [](const ProviderNow &provider) { return provider.inFlight; });
    writeGauge(out, moment.providers, "gatehouse_provider_up", "1 where requests may go to a provider now.",
               [](const ProviderNow &provider) { return provider.up; });
    writeGauge(out, moment.providers, "gatehouse_provider_cooldown",
               "1 while a provider is left alone because it failed or asked for it.",
               [](const ProviderNow &provider) { return provider.cooling; });
    out.metric("gatehouse_usage_records_lost_total", Type::Counter,
               "Records of requests that could not be stored and were given up.");
    out.sample({}, moment.recordsLost);
    out.metric("gatehouse_uptime_seconds", Type::Gauge, "Time since the gateway started.");
    out.sample({}, moment.uptimeSeconds);
    out.metric("process_start_time_seconds", Type::Gauge, "When the gateway started, in seconds since 1970.");
    out.sample({}, moment.startedSeconds);
    out.metric("gatehouse_build_info", Type::Gauge, "Always 1; its labels tell what runs.");
    out.sample({{"version", moment.version.toUtf8()}, {"qt", qVersion()}}, qint64(1));
}

} // namespace

QByteArray Metrics::text(const MetricsMoment &moment) const
{
    PrometheusText out;
    writeRequests(out);
    writeTimes(out);
    writeSpent(out);
    writeAttempts(out);
    writeMoment(out, moment);
    return out.text();
}

const QByteArray &Metrics::modelText(const SeriesKey &key) const
{
    // A shared series of `other` stands for providers that may have no table.
    const bool shared = key.name == LabelTable::other || key.provider >= m_byProvider.size();
    return shared ? m_providers.text(LabelTable::other) : m_byProvider[key.provider].models.text(key.name);
}

void Metrics::writeRequests(PrometheusText &out) const
{
    out.metric(
        "gatehouse_requests_total", Type::Counter,
        "Requests to model endpoints and providers that have ended, by the status that the client got.");
    for (const auto &[key, count] : m_requests.sorted()) {
        out.sample({{"provider", m_providers.text(key.provider)},
                    {"model", modelText(key)},
                    {"status", key.status == 0 ? QByteArray("other") : QByteArray::number(key.status)},
                    {"client", m_clients.text(key.client)}},
                   *count);
    }
}

void Metrics::writeTimes(PrometheusText &out) const
{
    const auto write = [&](QByteArrayView name, QByteArrayView help, Histogram ByProvider::*histogram) {
        out.metric(name, Type::Histogram, help);
        for (size_t i = 0; i < m_byProvider.size(); ++i) {
            if ((m_byProvider[i].*histogram).count() > 0)
                out.sample({{"provider", m_providers.text(LabelTable::Number(i))}},
                           m_byProvider[i].*histogram);
        }
    };
    write("gatehouse_request_duration_seconds", "Time from a request's arrival to the end of its answer.",
          &ByProvider::duration);
    write("gatehouse_time_to_first_byte_seconds",
          "Time from a request's arrival to the first byte of its answer's body.", &ByProvider::firstByte);
    out.metric("gatehouse_gateway_overhead_seconds", Type::Histogram,
               "The gateway's own share of the time to the head of an answer.");
    out.sample({}, m_overhead);
}

void Metrics::writeSpent(PrometheusText &out) const
{
    struct Kind
    {
        QByteArrayView name;
        qint64 TokenUsage::*count;
    };
    constexpr Kind kinds[] = {{"input", &TokenUsage::input},
                              {"output", &TokenUsage::output},
                              {"cached", &TokenUsage::cached},
                              {"cache_write", &TokenUsage::cacheWrite},
                              {"reasoning", &TokenUsage::reasoning}};
    const auto all = m_spent.sorted();
    out.metric(
        "gatehouse_tokens_total", Type::Counter,
        "Tokens, estimated ones included; input holds cached and cache_write, output holds reasoning.");
    for (const auto &[key, spent] : all) {
        for (const Kind &kind : kinds)
            out.sample({{"provider", m_providers.text(key.provider)},
                        {"model", modelText(key)},
                        {"kind", kind.name}},
                       spent->tokens.*kind.count);
    }
    out.metric("gatehouse_cost_usd_total", Type::Counter,
               "Cost of requests whose price is known, in US dollars.");
    for (const auto &[key, spent] : all) {
        if (spent->priced)
            out.sample({{"provider", m_providers.text(key.provider)}, {"model", modelText(key)}},
                       spent->costUsd);
    }
}

void Metrics::writeAttempts(PrometheusText &out) const
{
    out.metric("gatehouse_attempts_total", Type::Counter,
               "Requests sent to providers, by what came of them; code is ok or the error's code.");
    for (const auto &[key, count] : m_attempts.sorted())
        out.sample({{"provider", m_providers.text(key.provider)}, {"code", m_codes.text(key.name)}}, *count);
}

} // namespace gatehouse
