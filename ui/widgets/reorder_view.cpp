// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reorder_view.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString rowFormat()
{
    return u"application/x-gatehouse-row"_s;
}

} // namespace

ReorderView::ReorderView(QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(InternalMove);
    setDropIndicatorShown(false); // drawn by us, between rows only
    setTabKeyNavigation(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(38);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
}

int ReorderView::currentRow() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

void ReorderView::selectRow(int row)
{
    if (model() && row >= 0 && row < model()->rowCount())
        setCurrentIndex(model()->index(row, 0));
}

void ReorderView::startDrag(Qt::DropActions)
{
    m_dragged = currentRow();
    if (m_dragged < 0)
        return;
    auto *drag = new QDrag(this);
    auto *mime = new QMimeData;
    mime->setData(rowFormat(), QByteArray::number(m_dragged));
    drag->setMimeData(mime);
    drag->exec(Qt::MoveAction);
    m_dragged = -1;
    m_gap = -1;
    viewport()->update();
}

void ReorderView::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(event->source() == this && event->mimeData()->hasFormat(rowFormat()));
}

void ReorderView::dragMoveEvent(QDragMoveEvent *event)
{
    QTableView::dragMoveEvent(event); // scrolls at the edges
    m_gap = gapAt(event->position().toPoint());
    viewport()->update();
    event->accept();
}

void ReorderView::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_gap = -1;
    viewport()->update();
    QTableView::dragLeaveEvent(event);
}

void ReorderView::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::IgnoreAction); // nobody is to take the row out of the model
    event->accept();
    if (m_dragged >= 0)
        dropRow(m_dragged, event->position().toPoint());
}

void ReorderView::dropRow(int from, const QPoint &position)
{
    const int gap = gapAt(position);
    const int to = gap > from ? gap - 1 : gap;
    if (to != from)
        Q_EMIT moveRequested(from, to);
}

void ReorderView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentRow();
    const bool up = event->key() == Qt::Key_Up;
    if (row >= 0 && event->modifiers() == Qt::AltModifier && (up || event->key() == Qt::Key_Down)) {
        const int to = up ? row - 1 : row + 1;
        if (to >= 0 && to < model()->rowCount())
            Q_EMIT moveRequested(row, to);
        return;
    }
    if (row >= 0 && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT removeRequested(row);
        return;
    }
    QTableView::keyPressEvent(event);
}

void ReorderView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_gap < 0 || !model())
        return;
    const int rows = model()->rowCount();
    const int y =
        m_gap < rows ? rowViewportPosition(m_gap) : rowViewportPosition(rows - 1) + rowHeight(rows - 1);
    QPainter painter(viewport());
    painter.fillRect(0, y - 1, viewport()->width(), 2, palette().color(QPalette::Highlight));
}

int ReorderView::gapAt(const QPoint &position) const
{
    const int row = rowAt(position.y());
    if (row < 0)
        return model()->rowCount();
    return position.y() < rowViewportPosition(row) + rowHeight(row) / 2 ? row : row + 1;
}

} // namespace gatehouse
