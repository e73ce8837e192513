// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/latency_histogram.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatehouse {
namespace {

constexpr double smallest = 0.01;
constexpr double width = 1.1;
constexpr qint64 most = qint64(1) << 40; // of one entry in a text, so that no sum runs over

} // namespace

void LatencyHistogram::add(double milliseconds)
{
    const double bucket = std::floor(std::log(std::max(milliseconds, smallest) / smallest) / std::log(width));
    ++m_counts[size_t(std::clamp(bucket, 0.0, double(m_counts.size() - 1)))];
}

void LatencyHistogram::addText(QStringView text)
{
    size_t bucket = 0;
    qint64 number = 0;
    for (const QChar letter : text) {
        if (letter >= u'0' && letter <= u'9') {
            number = std::min(number * 10 + (letter.unicode() - u'0'), most);
        } else if (letter == u':') {
            bucket = std::min(size_t(number), m_counts.size());
            number = 0;
        } else {
            if (bucket < m_counts.size())
                m_counts[bucket] += number;
            bucket = m_counts.size();
            number = 0;
        }
    }
}

QString LatencyHistogram::toText() const
{
    QString text;
    for (size_t bucket = 0; bucket < m_counts.size(); ++bucket) {
        if (m_counts[bucket] > 0)
            text += QString::number(bucket) % u':' % QString::number(m_counts[bucket]) % u' ';
    }
    return text;
}

std::optional<double> LatencyHistogram::percentile(double part) const
{
    const qint64 all = std::accumulate(m_counts.begin(), m_counts.end(), qint64(0));
    if (all == 0)
        return {};
    qint64 left = std::max(qint64(std::ceil(part * double(all))), qint64(1));
    size_t bucket = 0;
    while ((left -= m_counts[bucket]) > 0)
        ++bucket;
    return smallest * std::pow(width, double(bucket) + 0.5); // the middle of the bucket, as ratios go
}

} // namespace gatehouse
