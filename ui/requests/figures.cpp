// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/figures.h"

#include "ui/requests/record_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct FiguresWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Figures)
};

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

using NumberOf = std::function<double(const UsageRecord &)>; // or `unknown`
using TextOf = std::function<QString(double)>;

Figure compared(const QString &name, const UsageRecord *first, const UsageRecord *second,
                const NumberOf &numberOf, const TextOf &text)
{
    const double a = first ? numberOf(*first) : unknown;
    const double b = second ? numberOf(*second) : unknown;
    Figure figure{name, std::isnan(a) ? noValue() : text(a), std::isnan(b) ? noValue() : text(b)};
    if (std::isnan(a) || std::isnan(b))
        return figure;
    if (figure.first == figure.second) {
        figure.change = FiguresWords::tr("same");
    } else if (a > 0) {
        const double percent = std::round((b - a) / a * 100);
        figure.tone = b < a ? Tone::Good : Tone::Warning;
        figure.change = (b < a ? u"↓ "_s : u"↑ "_s) + QLocale().toString(std::abs(percent), 'f', 0) + u" %"_s;
    }
    return figure;
}

double time(double milliseconds)
{
    return milliseconds < 0 ? unknown : milliseconds;
}

template<typename F>
NumberOf ofTokens(F count)
{
    return [count](const UsageRecord &r) { return r.tokens ? double(count(*r.tokens)) : unknown; };
}

} // namespace

QList<Figure> comparedFigures(const UsageRecord *first, const UsageRecord *second)
{
    const auto status = [](const UsageRecord *record) {
        return record ? QString::number(record->status) : noValue();
    };
    Figure answer{FiguresWords::tr("Status"), status(first), status(second)};
    if (first && second && first->status != second->status) {
        answer.change = FiguresWords::tr("differs");
        answer.tone = second->status >= 400 ? Tone::Bad : Tone::Good;
    } else if (first && second) {
        answer.change = FiguresWords::tr("same");
    }
    const TextOf count = [](double value) { return QLocale().toString(qint64(value)); };
    const TextOf money = [](double value) { return costText(value); };
    const TextOf duration = durationText;
    return {answer,
            compared(FiguresWords::tr("Input tokens"), first, second,
                     ofTokens([](const TokenUsage &t) { return t.input; }), count),
            compared(FiguresWords::tr("Output tokens"), first, second,
                     ofTokens([](const TokenUsage &t) { return t.output; }), count),
            compared(
                FiguresWords::tr("Cost"), first, second,
                [](const UsageRecord &r) { return r.costUsd.value_or(unknown); }, money),
            compared(
                FiguresWords::tr("First byte"), first, second,
                [](const UsageRecord &r) { return time(r.firstByteMs); }, duration),
            compared(
                FiguresWords::tr("Total time"), first, second,
                [](const UsageRecord &r) { return time(r.totalMs); }, duration)};
}

} // namespace gatehouse
