// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/notes_list.h"

#include "ui/import/import_text.h"
#include "ui/theme/colors.h"
#include "ui/widgets/state_mark.h"

#include <QGuiApplication>

#include <algorithm>

namespace gatehouse {
namespace {

constexpr int noteMarkSize = 12;
constexpr int rowsShown = 4;
constexpr int noteMargin = 3; // above and below

} // namespace

NotesList::NotesList(QWidget *parent)
    : QListWidget(parent)
{
    setWordWrap(true);
    setUniformItemSizes(false);
    setResizeMode(Adjust);
    setTextElideMode(Qt::ElideNone);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NotesList::setPlan(const ImportPlan &plan)
{
    clear();
    const auto add = [this](Tone tone, const QString &kind, const QString &text) {
        auto *item = new QListWidgetItem(
            stateMark(tone, noteMarkSize, devicePixelRatioF(), QGuiApplication::palette()), text, this);
        item->setData(Qt::AccessibleTextRole, tr("%1: %2", "kind, text").arg(kind, text));
    };
    for (const Problem &problem : plan.problems) {
        if (!problem.warning)
            add(Tone::Bad, tr("Error"), problemText(problem, plan.result));
    }
    for (const Problem &problem : plan.problems) {
        if (problem.warning)
            add(Tone::Warning, tr("Warning"), problemText(problem, plan.result));
    }
    for (const UnsetVariable &variable : plan.unset)
        add(Tone::Neutral, tr("To do"), tr("To do: %1").arg(variable.sentence.simplified()));
    for (const QString &left : plan.left)
        add(Tone::Neutral, tr("Not carried"), tr("Not carried: %1").arg(left.simplified()));
    updateGeometry();
}

QSize NotesList::sizeHint() const
{
    const int rows = std::clamp(count(), 1, rowsShown);
    return {QListWidget::sizeHint().width(),
            2 * frameWidth() + rows * (fontMetrics().height() + 2 * noteMargin)};
}

//! Lines break elsewhere now.
void NotesList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace gatehouse
