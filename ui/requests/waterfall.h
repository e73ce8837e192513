// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"

#include <QList>
#include <QRectF>
#include <QString>

namespace gatehouse {

//! Where a request's time went, in milliseconds since it came.
struct Waterfall
{
    enum Kind {
        Queue,   //!< before the first attempt
        Pause,   //!< between attempts, and after the last one
        Connect, //!< TLS included
        Wait,    //!< for the first byte
        Stream,  //!< until the last one
    };
    struct Span
    {
        Kind kind = Queue;
        int row = 0;
        double from = 0;
        double to = 0;

        bool operator==(const Span &) const = default;
    };
    //! A line of the picture: an attempt, or Gatehouse itself where there was none.
    struct Row
    {
        QString name = {}; //!< PROVIDER/MODEL; empty: Gatehouse
        bool failed = false;

        bool operator==(const Row &) const = default;
    };

    QList<Row> rows = {};
    QList<Span> spans = {}; //!< in order of time; none is empty or overlaps another of its row
    double total = 0;       //!< not less than any Span::to
    int left = 0;           //!< attempts that have no row, because there are too many
};

constexpr int maxWaterfallRows = 16;

//! Figures that cannot be are taken for the nearest that can.
Waterfall waterfallOf(const UsageRecord &record);

//! Where \a span lies, in \a plot with the rows of \a waterfall from top to bottom. Never thinner than 2.
QRectF barOf(const Waterfall::Span &span, const Waterfall &waterfall, const QRectF &plot);

//! Round times from 0 up to \a total, at most \a most of them besides 0.
QList<double> ticksOf(double total, int most);

//! What a span of that kind is.
QString kindName(Waterfall::Kind kind);
//! All of it in words, for who cannot see the picture.
QString waterfallText(const Waterfall &waterfall);

} // namespace gatehouse
