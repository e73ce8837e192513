// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace gatehouse {

//! A framed part of a page, with a title over it.
class Card final : public QFrame
{
    Q_OBJECT

public:
    //! An empty \a title shows none.
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    //! What stands in it, from top to bottom.
    QVBoxLayout *body() const { return m_body; }
    //! What stands right of the title; null without one.
    QHBoxLayout *corner() const { return m_corner; }

private:
    void paintEvent(QPaintEvent *event) override;

    QVBoxLayout *m_body;
    QHBoxLayout *m_corner = nullptr;
};

} // namespace gatehouse
