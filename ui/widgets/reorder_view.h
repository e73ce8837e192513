// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace gatehouse {

//! A table whose rows a person puts in order: by dragging, or with Alt+Up and Alt+Down. The model is not
//! changed by it: whoever listens to moveRequested() does that.
class ReorderView : public QTableView
{
    Q_OBJECT

public:
    explicit ReorderView(QWidget *parent = nullptr);

    //! The row that is current, or -1.
    int currentRow() const;
    void selectRow(int row);
    //! What a drop of row \a from at \a position in the viewport does.
    void dropRow(int from, const QPoint &position);

Q_SIGNALS:
    //! Row \a from is to stand at \a to, counted without it.
    void moveRequested(int from, int to);
    //! Delete or Backspace was pressed on the current row.
    void removeRequested(int row);

private:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

    int gapAt(const QPoint &position) const;

    int m_dragged = -1;
    int m_gap = -1; //!< before which row it would be dropped
};

} // namespace gatehouse
