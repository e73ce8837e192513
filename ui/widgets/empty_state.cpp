// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/theme/icons.h"
#include "ui/widgets/plain_label.h"

#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace gatehouse {

EmptyState::EmptyState(const QString &icon, const QString &title, const QString &text, const QString &action,
                       QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addStretch(1);
    // A button without a frame draws its icon anew when the palette changes; a label would not.
    auto *picture = new QToolButton;
    picture->setIcon(tintedIcon(icon));
    picture->setIconSize({40, 40});
    picture->setAutoRaise(true);
    picture->setEnabled(false);
    picture->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    auto *head = new PlainLabel(title, PlainLabel::Title);
    head->setAlignment(Qt::AlignCenter);
    layout->addWidget(head);
    auto *body = new PlainLabel(text, PlainLabel::Muted);
    body->setAlignment(Qt::AlignCenter);
    layout->addWidget(body);
    if (!action.isEmpty()) {
        m_button = new QPushButton(action);
        layout->addWidget(m_button, 0, Qt::AlignHCenter);
        connect(m_button, &QPushButton::clicked, this, &EmptyState::triggered);
    }
    layout->addStretch(2);
}

} // namespace gatehouse
