// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/histogram.h"

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>

namespace gatehouse {

//! Writes metrics in Prometheus' text format, version 0.0.4
//! (https://prometheus.io/docs/instrumenting/exposition_formats/).
class PrometheusText final
{
public:
    enum class Type { Counter, Gauge, Histogram };

    struct Label
    {
        QByteArrayView name;
        QByteArrayView value; //!< any valid UTF-8
    };
    using Labels = std::initializer_list<Label>;

    //! Begins a metric, whose samples follow; \a help is one line of plain text.
    void metric(QByteArrayView name, Type type, QByteArrayView help);
    void sample(Labels labels, qint64 value);
    void sample(Labels labels, double value);
    //! Buckets, sum and count.
    void sample(Labels labels, const Histogram &value);

    const QByteArray &text() const { return m_text; }

private:
    void begin(QByteArrayView suffix, Labels labels, const Label &last = {});
    void appendLabel(const Label &label, bool first);
    void end(const QByteArray &value);

    QByteArray m_text;
    QByteArray m_name;
};

} // namespace gatehouse
