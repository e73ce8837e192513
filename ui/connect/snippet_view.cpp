// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/snippet_view.h"

#include "ui/widgets/copy_button.h"
#include "ui/widgets/plain_label.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! A path stays as it is, a phrase begins like a heading.
QString titleOf(const QString &place)
{
    return place.contains(u'/') ? place : place.left(1).toUpper() + place.mid(1);
}

} // namespace

SnippetView::SnippetView(const Snippet &snippet, QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit)
{
    m_text->setObjectName(u"snippet"_s);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(snippet.place);
    m_text->setPlainText(snippet.text);
    auto *head = new QHBoxLayout;
    head->addWidget(new PlainLabel(titleOf(snippet.place), PlainLabel::Strong), 1);
    head->addWidget(new CopyButton(tr("Copy what belongs in %1").arg(snippet.place),
                                   [this] { return m_text->toPlainText(); }),
                    0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_text);
    fit();
}

void SnippetView::fit()
{
    const int lines = std::clamp(m_text->blockCount(), 1, 24);
    const int edges = 2 * m_text->frameWidth() + int(2 * m_text->document()->documentMargin());
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + edges +
                           m_text->horizontalScrollBar()->sizeHint().height());
}

void SnippetView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

} // namespace gatehouse
