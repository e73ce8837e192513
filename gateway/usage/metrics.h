// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/histogram.h"
#include "gateway/usage/label_table.h"
#include "gateway/usage/series_table.h"
#include "gateway/usage/usage_record.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace gatehouse {

class PrometheusText;

//! What /metrics tells beside what was counted: how things are when it is asked.
struct MetricsMoment
{
    struct Provider
    {
        QString id;
        int inFlight = 0;
        bool cooling = false;
        bool up = false; //!< requests may go there now
    };
    QList<Provider> providers = {};
    qint64 recordsLost = 0;
    double uptimeSeconds = 0;
    double startedSeconds = 0; //!< since 1970, UTC
    QString version = {};
};

//! Counts requests since the start, for GET /metrics. Lives in the gateway thread. Memory and text stay
//! bounded whatever clients send.
class Metrics final
{
public:
    Metrics();

    //! One request and its attempts. Allocates nothing where all of its labels have been seen before.
    void count(const UsageRecord &record);

    //! Prometheus' text format 0.0.4.
    QByteArray text(const MetricsMoment &moment) const;

    static constexpr qsizetype mostSeries = 2000; //!< of one metric
    static constexpr qsizetype mostProviders = 100;
    static constexpr qsizetype mostModels = 100; //!< of one provider
    static constexpr qsizetype mostClients = 500;
    static constexpr qsizetype mostCodes = 100; //!< of failed attempts; a provider may make some up

private:
    struct Spent
    {
        TokenUsage tokens = {};
        double costUsd = 0;
        bool priced = false; //!< something had a price
    };
    //! All that is told apart by provider.
    struct ByProvider
    {
        ByProvider();

        LabelTable models;
        Histogram duration;
        Histogram firstByte;
    };

    ByProvider &provider(LabelTable::Number number);
    void countSpent(const UsageRecord &record, const SeriesKey &key);
    void countAttempts(const UsageRecord &record);

    const QByteArray &modelText(const SeriesKey &key) const;
    void writeRequests(PrometheusText &out) const;
    void writeTimes(PrometheusText &out) const;
    void writeSpent(PrometheusText &out) const;
    void writeAttempts(PrometheusText &out) const;

    LabelTable m_providers;
    LabelTable m_clients;
    LabelTable m_codes;
    std::vector<ByProvider> m_byProvider; //!< by number
    SeriesTable<qint64> m_requests;
    SeriesTable<qint64> m_attempts;
    SeriesTable<Spent> m_spent;
    Histogram m_overhead;
};

} // namespace gatehouse
