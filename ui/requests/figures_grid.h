// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/figures.h"

#include <QWidget>

class QGridLayout;

namespace gatehouse {

//! Figures of two answers, side by side.
class FiguresGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit FiguresGrid(QWidget *parent = nullptr);

    void setFigures(const QList<Figure> &figures);

private:
    void changeEvent(QEvent *event) override;
    void clear();
    void colour();

    QGridLayout *m_grid;
    QList<Figure> m_figures;
};

} // namespace gatehouse
