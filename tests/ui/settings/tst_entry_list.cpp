// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/entry_list.h"
#include "ui/widgets/banner.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    Bench()
        : list({u"Names"_s, u"&Name:"_s, {}, u"There is none."_s}, [this](const QStringList &next) {
            if (problem.isEmpty()) {
                saved.append(next);
                list.setEntries(next);
            }
            return problem;
        })
    {
        list.show();
        line = list.findChild<QLineEdit *>(u"entry"_s);
        rows = list.findChild<QListWidget *>(u"entries"_s);
        banner = list.findChild<Banner *>(u"problem"_s);
    }
    QPushButton *button(const QString &name) const { return list.findChild<QPushButton *>(name); }
    void type(const QString &text)
    {
        line->clear();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }

    QString problem;
    QList<QStringList> saved;
    EntryList list;
    QLineEdit *line;
    QListWidget *rows;
    Banner *banner;
};

} // namespace

//! A list of texts that is saved with every change.
class TestEntryList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsWhatIsTyped()
    {
        Bench bench;
        QVERIFY(bench.rows->isHidden());
        QVERIFY(!bench.button(u"add"_s)->isEnabled());
        QTest::keyClicks(bench.line, u"  one "_s);
        QTest::mouseClick(bench.button(u"add"_s), Qt::LeftButton);
        bench.type(u"two"_s);
        QCOMPARE(bench.saved, (QList<QStringList>{{u"one"_s}, {u"one"_s, u"two"_s}}));
        QCOMPARE(bench.rows->count(), 2);
        QVERIFY(!bench.rows->isHidden());
        QVERIFY(bench.line->text().isEmpty());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << u"   "_s << QString() << QString();
        QTest::newRow("one that is there") << u"one"_s << QString() << u"\"one\" is in the list already."_s;
        QTest::newRow("what cannot be saved") << u"two"_s << u"<b>no</b>"_s << u"<b>no</b>"_s;
    }
    void refuses()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, problem);
        QFETCH(const QString, said);
        Bench bench;
        bench.list.setEntries({u"one"_s});
        bench.problem = problem;
        bench.type(typed);
        QVERIFY(bench.saved.isEmpty());
        QCOMPARE(bench.list.entries(), QStringList{u"one"_s});
        QCOMPARE(bench.banner->isHidden(), said.isEmpty());
        QCOMPARE(bench.banner->accessibleName(), said);
        QCOMPARE(bench.line->text(), typed); // to be mended, not typed again
        QTest::keyClicks(bench.line, u"x"_s);
        QVERIFY(bench.banner->isHidden());
    }

    void removesWhatIsSelected_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by the button") << false;
        QTest::newRow("by the key") << true;
    }
    void removesWhatIsSelected()
    {
        QFETCH(const bool, byKey);
        Bench bench;
        bench.list.setEntries({u"one"_s, u"two"_s, u"three"_s});
        QVERIFY(!bench.button(u"remove"_s)->isEnabled());
        bench.rows->setCurrentRow(1);
        QSignalSpy removed(&bench.list, &EntryList::removed);
        if (byKey) {
            bench.list.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&bench.list));
            bench.rows->setFocus();
            QTest::keyClick(bench.rows, Qt::Key_Delete);
        } else {
            QTest::mouseClick(bench.button(u"remove"_s), Qt::LeftButton);
        }
        QCOMPARE(bench.saved, (QList<QStringList>{{u"one"_s, u"three"_s}}));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0][0].toString(), u"two"_s);
        QCOMPARE(bench.rows->currentRow(), 1);
    }

    void keepsWhatCannotBeRemoved()
    {
        Bench bench;
        bench.list.setEntries({u"one"_s});
        bench.rows->setCurrentRow(0);
        bench.problem = u"disk full"_s;
        QSignalSpy removed(&bench.list, &EntryList::removed);
        QTest::mouseClick(bench.button(u"remove"_s), Qt::LeftButton);
        QCOMPARE(removed.size(), 0);
        QCOMPARE(bench.rows->count(), 1);
        QCOMPARE(bench.banner->accessibleName(), u"disk full"_s);
    }

    void keepsTheSelectionAcrossARefresh()
    {
        Bench bench;
        bench.list.setEntries({u"one"_s, u"two"_s});
        bench.rows->setCurrentRow(1);
        bench.list.setEntries({u"one"_s, u"two"_s});
        QCOMPARE(bench.rows->currentRow(), 1);
    }
};

QTEST_MAIN(TestEntryList)
#include "tst_entry_list.moc"
