// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/compared_text.h"

#include "ui/requests/text_difference.h"
#include "ui/theme/colors.h"
#include "ui/widgets/plain_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QPlainTextEdit *reader(const QString &name)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return edit;
}

void mark(QPlainTextEdit &edit, const QList<TextPiece> &pieces, Tone tone)
{
    constexpr qsizetype most = 2000;
    QList<QTextEdit::ExtraSelection> marks;
    for (const TextPiece &piece : pieces.first(qMin(most, pieces.size()))) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(edit.document());
        selection.cursor.setPosition(piece.begin);
        selection.cursor.setPosition(piece.begin + piece.length, QTextCursor::KeepAnchor);
        // Underlined too: not by colour alone.
        selection.format.setBackground(toneGround(tone, edit.palette()));
        selection.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        selection.format.setUnderlineColor(toneColor(tone, edit.palette()));
        marks.append(selection);
    }
    edit.setExtraSelections(marks);
}

} // namespace

ComparedText::ComparedText(QWidget *parent)
    : QWidget(parent)
    , m_firstTitle(new PlainLabel({}, PlainLabel::Strong))
    , m_secondTitle(new PlainLabel({}, PlainLabel::Strong))
    , m_first(reader(u"firstText"_s))
    , m_second(reader(u"secondText"_s))
{
    m_firstTitle->setMinimumWidth(1);
    m_secondTitle->setMinimumWidth(1);
    m_first->setPlaceholderText(tr("Nothing of this kind in the first answer"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->addWidget(m_firstTitle, 0, 0, Qt::AlignBottom);
    grid->addWidget(m_secondTitle, 0, 1, Qt::AlignBottom);
    grid->addWidget(m_first, 1, 0);
    grid->addWidget(m_second, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
}

void ComparedText::setFirst(const QString &title, const QString &text)
{
    m_firstTitle->setText(title);
    m_first->setAccessibleName(title);
    m_first->setPlainText(text);
    markDifferences();
}

void ComparedText::setSecond(const QString &title, const QString &text, bool there)
{
    m_there = there;
    m_secondTitle->setText(title);
    m_second->setAccessibleName(title);
    m_second->setPlaceholderText(there ? tr("Nothing of this kind in the new answer")
                                       : tr("The new answer appears here"));
    m_second->setPlainText(text);
    markDifferences();
}

bool ComparedText::differs() const
{
    return m_there && m_first->toPlainText() != m_second->toPlainText();
}

bool ComparedText::isEmpty() const
{
    return m_first->document()->isEmpty() && m_second->document()->isEmpty();
}

void ComparedText::markDifferences()
{
    const TextDifference difference =
        m_there ? differenceOf(m_first->toPlainText(), m_second->toPlainText()) : TextDifference{};
    mark(*m_first, difference.first, Tone::Warning);
    mark(*m_second, difference.second, Tone::Accent);
}

void ComparedText::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        markDifferences();
}

} // namespace gatehouse
