// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/growth.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::soak {
namespace {

constexpr int spans = 12;
constexpr double secondsPerHour = 3600;
// From one time that the program gives memory back to the next: a minute from the first record after it.
constexpr double breathSeconds = 60.5;
constexpr double mostShareApart = 0.9; // the rest of the samples is what is compared

double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    const auto middle = values.begin() + values.size() / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

//! The medians of the samples from \a from to \a to, in shares of all.
Sample middleOf(const QList<Sample> &samples, double from, double to)
{
    const auto count = double(samples.size());
    QList<double> times;
    QList<double> sizes;
    for (auto i = qsizetype(from * count); i < qsizetype(to * count); ++i) {
        times.append(samples[i].seconds);
        sizes.append(samples[i].kiB);
    }
    return {median(times), median(sizes)};
}

double secondsApart(double seconds)
{
    const double breaths = std::floor(seconds * mostShareApart / breathSeconds);
    return breaths > 0 ? breaths * breathSeconds : seconds * 0.75;
}

//! The median of what a sample has more than the one \a apart before it.
double moreAfter(const QList<Sample> &samples, double apart)
{
    QList<double> differences;
    auto later = samples.begin();
    for (const Sample &sample : samples) {
        while (later != samples.end() && later->seconds < sample.seconds + apart)
            ++later;
        if (later == samples.end())
            break;
        differences.append(later->kiB - sample.kiB);
    }
    return median(differences);
}

} // namespace

Growth growthOf(const QList<Sample> &samples)
{
    Growth growth;
    if (samples.size() < 4 * spans)
        return growth;
    growth.seconds = samples.last().seconds - samples.first().seconds;
    growth.apart = secondsApart(growth.seconds);
    growth.kiB = moreAfter(samples, growth.apart);

    QList<Sample> &points = growth.points;
    double meanTime = 0;
    double meanSize = 0;
    for (int i = 0; i < spans; ++i) {
        points.append(middleOf(samples, double(i) / spans, double(i + 1) / spans));
        meanTime += points.last().seconds / spans;
        meanSize += points.last().kiB / spans;
    }
    double timeSquares = 0;
    double products = 0;
    for (const Sample &point : std::as_const(points)) {
        timeSquares += std::pow(point.seconds - meanTime, 2);
        products += (point.seconds - meanTime) * (point.kiB - meanSize);
    }
    const double slope = products / timeSquares;
    double residuals = 0;
    for (const Sample &point : std::as_const(points))
        residuals += std::pow(point.kiB - meanSize - slope * (point.seconds - meanTime), 2);
    growth.kiBPerHour = slope * secondsPerHour;
    growth.errorPerHour = std::sqrt(residuals / (spans - 2) / timeSquares) * secondsPerHour;
    return growth;
}

} // namespace gatehouse::soak
