// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/usage/chart_series.h"

#include <QFrame>

namespace gatehouse {

//! The small box beside the mouse: a time, and what each series is then.
class HoverBox final : public QFrame
{
    Q_OBJECT

public:
    explicit HoverBox(QWidget *parent);

    //! The step \a step of \a picture; the series \a chosen, if not -1, stands out. Shows it beside \a
    //! beside, within the parent.
    void tell(const ChartPicture &picture, qsizetype step, qsizetype chosen, const QPoint &beside);

private:
    struct Line
    {
        int colour = 0;
        QString name = {};
        QString value = {};
        double size = 0;
        bool chosen = false;
    };
    void paintEvent(QPaintEvent *event) override;
    //! Where there is little room, the smallest go.
    void dropUntilItFits();
    QSize contentSize() const;

    QString m_title;
    QList<Line> m_lines;
    QString m_sum; //!< empty: it is not told
};

} // namespace gatehouse
