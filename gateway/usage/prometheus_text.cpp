// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/prometheus_text.h"

#include <QLocale>

namespace gatehouse {
namespace {

const char *wordFor(PrometheusText::Type type)
{
    switch (type) {
    case PrometheusText::Type::Counter:
        return "counter";
    case PrometheusText::Type::Gauge:
        return "gauge";
    case PrometheusText::Type::Histogram:
        break;
    }
    return "histogram";
}

QByteArray numberText(double value)
{
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace

void PrometheusText::metric(QByteArrayView name, Type type, QByteArrayView help)
{
    m_name = name.toByteArray();
    m_text.append("# HELP ").append(m_name).append(' ').append(help).append('\n');
    m_text.append("# TYPE ").append(m_name).append(' ').append(wordFor(type)).append('\n');
}

void PrometheusText::sample(Labels labels, qint64 value)
{
    begin({}, labels);
    end(QByteArray::number(value));
}

void PrometheusText::sample(Labels labels, double value)
{
    begin({}, labels);
    end(numberText(value));
}

void PrometheusText::sample(Labels labels, const Histogram &value)
{
    quint64 count = 0;
    for (size_t i = 0; i < value.bounds().size(); ++i) {
        count += value.counts()[i];
        begin("_bucket", labels, {"le", numberText(value.bounds()[i])});
        end(QByteArray::number(count));
    }
    begin("_bucket", labels, {"le", "+Inf"});
    end(QByteArray::number(value.count()));
    begin("_sum", labels);
    end(numberText(value.sum()));
    begin("_count", labels);
    end(QByteArray::number(value.count()));
}

void PrometheusText::begin(QByteArrayView suffix, Labels labels, const Label &last)
{
    m_text.append(m_name).append(suffix);
    bool first = true;
    for (const Label &label : labels) {
        appendLabel(label, first);
        first = false;
    }
    if (!last.name.isEmpty()) {
        appendLabel(last, first);
        first = false;
    }
    if (!first)
        m_text.append('}');
}

void PrometheusText::appendLabel(const Label &label, bool first)
{
    m_text.append(first ? '{' : ',').append(label.name).append("=\"");
    for (const char c : label.value) {
        switch (c) {
        case '\n':
            m_text.append("\\n");
            break;
        case '"':
        case '\\':
            m_text.append('\\');
            [[fallthrough]];
        default:
            m_text.append(c);
        }
    }
    m_text.append('"');
}

void PrometheusText::end(const QByteArray &value)
{
    m_text.append(' ').append(value).append('\n');
}

} // namespace gatehouse
