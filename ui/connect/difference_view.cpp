// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/difference_view.h"

#include "connect/app_client.h"
#include "ui/theme/colors.h"

#include <QEvent>
#include <QFontDatabase>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString signOf(DifferenceLine::Kind kind)
{
    switch (kind) {
    case DifferenceLine::Removed:
        return u"− "_s;
    case DifferenceLine::Added:
        return u"+ "_s;
    case DifferenceLine::Gap:
        return u"  …"_s;
    case DifferenceLine::Same:
        break;
    }
    return u"  "_s;
}

} // namespace

DifferenceView::DifferenceView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("What changes in the file"));
}

void DifferenceView::show(const FileChange &change, const QString &key)
{
    m_lines = differenceOf(change);
    for (DifferenceLine &line : m_lines)
        line.text = withoutKeys(line.text, key);
    draw();
}

void DifferenceView::draw()
{
    QStringList text;
    for (const DifferenceLine &line : m_lines)
        text.append(signOf(line.kind) + line.text);
    setPlainText(text.join(u'\n'));
    QTextBlock block = document()->firstBlock();
    for (const DifferenceLine &line : m_lines) {
        QTextBlockFormat format;
        if (line.kind == DifferenceLine::Added)
            format.setBackground(toneGround(Tone::Good, palette()));
        else if (line.kind == DifferenceLine::Removed)
            format.setBackground(toneGround(Tone::Bad, palette()));
        QTextCursor(block).setBlockFormat(format);
        block = block.next();
    }
}

void DifferenceView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

} // namespace gatehouse
