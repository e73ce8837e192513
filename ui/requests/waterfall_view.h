// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/waterfall.h"

#include <QWidget>

namespace gatehouse {

//! Draws where a request's time went: a line for each attempt, a scale below, and what the fillings mean.
//! The pointer tells how long each part took.
class WaterfallView final : public QWidget
{
    Q_OBJECT

public:
    explicit WaterfallView(const Waterfall &waterfall, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    //! What is said of the place \a position; empty where nothing lies.
    QString textAt(const QPointF &position) const;

private:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    qreal lineHeight() const;
    qreal labelWidth() const;
    QRectF plot() const;
    int legendLines() const;
    void paintNames(QPainter &painter) const;
    void paintScale(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;

    Waterfall m_waterfall;
};

} // namespace gatehouse
