// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/field_note.h"

#include "ui/widgets/plain_label.h"
#include "ui/widgets/state_mark.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace gatehouse {

FieldNote::FieldNote(QWidget *parent)
    : QWidget(parent)
    , m_text(new PlainLabel)
{
    auto *mark = new StateMark(10);
    mark->set(Tone::Bad, {});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(mark);
    layout->addWidget(m_text, 1);
    hide();
}

void FieldNote::say(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString FieldNote::text() const
{
    return m_text->text();
}

} // namespace gatehouse
