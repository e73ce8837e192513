// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace gatehouse {

//! Counts measurements by size, so that quantiles can be told later.
class Histogram final
{
public:
    //! \a bounds: where buckets end, rising; they outlive the histogram.
    explicit Histogram(std::span<const double> bounds)
        : m_bounds(bounds)
        , m_counts(bounds.size() + 1)
    {
    }

    //! What is negative counts as zero; what is no number is left out.
    void observe(double value);

    std::span<const double> bounds() const { return m_bounds; }
    //! How many are within each bound and above the one before; the last one: above all of them.
    const std::vector<quint64> &counts() const { return m_counts; }
    quint64 count() const { return m_count; }
    double sum() const { return m_sum; }

private:
    std::span<const double> m_bounds;
    std::vector<quint64> m_counts;
    quint64 m_count = 0;
    double m_sum = 0;
};

} // namespace gatehouse
