// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gatehouse {

Page::Page(const QString &title, const QString &purpose, Fit fit, QWidget *parent)
    : QWidget(parent)
    , m_content(new QVBoxLayout)
    , m_actions(new QHBoxLayout)
    , m_banner(new Banner)
{
    setAccessibleName(title);
    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new PlainLabel(title, PlainLabel::Heading));
    if (!purpose.isEmpty())
        words->addWidget(new PlainLabel(purpose, PlainLabel::Muted));
    head->addLayout(words, 1);
    m_actions->setSpacing(8);
    head->addLayout(m_actions);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 18, 24, 18);
    layout->setSpacing(14);
    layout->addLayout(head);
    layout->addWidget(m_banner);
    m_content->setSpacing(14);
    if (fit == Fills) {
        layout->addLayout(m_content, 1);
        return;
    }
    auto *inner = new QWidget;
    m_content->setContentsMargins(0, 0, 8, 0); // the scroll bar keeps its distance
    inner->setLayout(m_content);
    auto *scroll = new QScrollArea;
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    layout->addWidget(scroll, 1);
}

} // namespace gatehouse
