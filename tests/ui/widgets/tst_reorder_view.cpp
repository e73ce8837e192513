// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reorder_view.h"

#include <QDrag>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! Putting rows in order with keys and mouse.
class TestReorderView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void movesByKeys_data();
    void movesByKeys();
    void asksToRemove();
    void movesByDragging_data();
    void movesByDragging();
    void takesNothingFromElsewhere();

private:
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<ReorderView> m_view;
};

void TestReorderView::init()
{
    m_model = std::make_unique<QStandardItemModel>(3, 1);
    m_view = std::make_unique<ReorderView>();
    m_view->setModel(m_model.get());
    m_view->resize(300, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestReorderView::movesByKeys_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("to"); // -1: nowhere
    QTest::newRow("up") << 1 << int(Qt::Key_Up) << 0;
    QTest::newRow("down") << 1 << int(Qt::Key_Down) << 2;
    QTest::newRow("above the first") << 0 << int(Qt::Key_Up) << -1;
    QTest::newRow("below the last") << 2 << int(Qt::Key_Down) << -1;
}

void TestReorderView::movesByKeys()
{
    QFETCH(int, row);
    QFETCH(int, key);
    QFETCH(int, to);
    QSignalSpy moved(m_view.get(), &ReorderView::moveRequested);
    m_view->selectRow(row);
    QTest::keyClick(m_view.get(), Qt::Key(key), Qt::AltModifier);
    QCOMPARE(moved.count(), to < 0 ? 0 : 1);
    if (to >= 0)
        QCOMPARE(moved[0], (QVariantList{row, to}));
    QCOMPARE(m_view->currentRow(), row); // whoever listens moves it
}

void TestReorderView::asksToRemove()
{
    QSignalSpy removed(m_view.get(), &ReorderView::removeRequested);
    m_view->selectRow(2);
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed[0], (QVariantList{2}));
    QCOMPARE(m_model->rowCount(), 3);
}

void TestReorderView::movesByDragging_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("over");
    QTest::addColumn<bool>("lowerHalf");
    QTest::addColumn<int>("to"); // -1: stays
    QTest::newRow("to the top") << 2 << 0 << false << 0;
    QTest::newRow("below the first") << 2 << 0 << true << 1;
    QTest::newRow("to the end") << 0 << 2 << true << 2;
    QTest::newRow("above the last") << 0 << 2 << false << 1;
    QTest::newRow("onto itself") << 1 << 1 << true << -1;
    QTest::newRow("into the gap above itself") << 1 << 0 << true << -1;
}

//! A drag that starts in the view leaves its event loop to the mouse; here the drop comes straight in.
void TestReorderView::movesByDragging()
{
    QFETCH(int, from);
    QFETCH(int, over);
    QFETCH(bool, lowerHalf);
    QFETCH(int, to);
    QSignalSpy moved(m_view.get(), &ReorderView::moveRequested);
    const int top = m_view->rowViewportPosition(over);
    const QPoint point(10, top + (lowerHalf ? m_view->rowHeight(over) - 3 : 3));
    m_view->dropRow(from, point);
    QCOMPARE(moved.count(), to < 0 ? 0 : 1);
    if (to >= 0)
        QCOMPARE(moved[0], (QVariantList{from, to}));
}

void TestReorderView::takesNothingFromElsewhere()
{
    QSignalSpy moved(m_view.get(), &ReorderView::moveRequested);
    QMimeData mime;
    mime.setData(u"application/x-gatehouse-row"_s, "1");
    QDropEvent drop(QPointF(10, 3), Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &drop);
    QCOMPARE(moved.count(), 0);
    QCOMPARE(m_model->rowCount(), 3);
}

QTEST_MAIN(TestReorderView)
#include "tst_reorder_view.moc"
