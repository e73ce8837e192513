// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace gatehouse {

//! Text that is never taken for markup, whoever wrote it. Wraps; can be selected with mouse and keyboard
//! when selectable.
class PlainLabel final : public QLabel
{
    Q_OBJECT

public:
    enum Weight { Body, Muted, Strong, Title, Heading };

    explicit PlainLabel(const QString &text = {}, Weight weight = Body, QWidget *parent = nullptr);

    void setSelectable();
    //! In a fixed-width font.
    void setMonospace();

private:
    void changeEvent(QEvent *event) override;
    void colour();

    Weight m_weight;
};

} // namespace gatehouse
