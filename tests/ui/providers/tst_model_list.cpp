// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/model_list.h"
#include "ui/widgets/plain_tip.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QStringList names(const ModelList &list)
{
    QStringList names;
    for (int row = 0; row < list.rowCount(); ++row)
        names.append(list.index(row, ModelList::Name).data().toString());
    return names;
}

} // namespace

//! The models that are ticked, and those that are not.
class TestModelList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsTickedWhenTheListComesAnew()
    {
        ModelList list;
        const QAbstractItemModelTester tester(&list);
        list.setModels({{u"a"_s, u"fast"_s}, {u"o*"_s}});
        QCOMPARE(list.merge({u"b"_s, u"a"_s, u"c"_s, u"b"_s}), 0);
        QCOMPARE(names(list), (QStringList{u"a"_s, u"o*"_s, u"b"_s, u"c"_s}));
        QCOMPARE(list.models(), (QList<ModelEntry>{{u"a"_s, u"fast"_s}, {u"o*"_s}}));
        list.tick({2}, true);
        QCOMPARE(list.merge({u"d"_s}), 0);
        QCOMPARE(names(list), (QStringList{u"a"_s, u"o*"_s, u"b"_s, u"d"_s}));
        QCOMPARE(list.ticked(), 3);
    }

    void keepsWhatWasAddedByHand()
    {
        ModelList list;
        QCOMPARE(list.add(u"mine"_s), 0);
        list.tick({0}, false);
        list.merge({u"a"_s});
        QCOMPARE(names(list), (QStringList{u"mine"_s, u"a"_s}));
        QCOMPARE(list.add(u"a"_s), 1); // known: ticked
        QCOMPARE(list.models(), QList<ModelEntry>{{u"a"_s}});
    }

    void leavesOutWhatNobodyCanAskFor()
    {
        ModelList list;
        QCOMPARE(list.merge({QString(), u"a\nb"_s, QString(300, u'x'), u"<i>ok</i>"_s}), 3);
        QCOMPARE(names(list), QStringList{u"<i>ok</i>"_s});
        QCOMPARE(list.index(0, 0).data(Qt::ToolTipRole).toString(), plainTip(u"<i>ok</i>"_s));
    }

    void givesAliases()
    {
        ModelList list;
        list.setModels({{u"*"_s}});
        list.merge({u"a"_s});
        QVERIFY(!list.index(0, ModelList::Alias).flags().testFlag(Qt::ItemIsEditable));
        const QModelIndex alias = list.index(1, ModelList::Alias);
        QVERIFY(alias.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(list.setData(alias, u" quick "_s, Qt::EditRole));
        QCOMPARE(list.models(), (QList<ModelEntry>{{u"*"_s}, {u"a"_s, u"quick"_s}}));
        QVERIFY(!list.setData(list.index(1, ModelList::Name), u"b"_s, Qt::EditRole));
    }

    void removesRows()
    {
        ModelList list;
        list.setModels({{u"a"_s}, {u"b"_s}, {u"c"_s}});
        list.remove({0, 2});
        QCOMPARE(names(list), QStringList{u"b"_s});
        QCOMPARE(list.ticked(), 1);
    }

    void isQuickWithThousands()
    {
        QStringList many;
        for (int i = 0; i < 20'000; ++i)
            many.append(u"vendor/model-%1"_s.arg(i));
        ModelList list;
        list.setModels({{u"vendor/model-19999"_s}});
        QElapsedTimer timer;
        timer.start();
        list.merge(many);
        QList<int> rows;
        for (int row = 0; row < list.rowCount(); ++row)
            rows.append(row);
        list.tick(rows, true);
        QCOMPARE(list.ticked(), 20'000);
        list.remove(rows);
        QCOMPARE(list.rowCount(), 0);
        QVERIFY2(timer.elapsed() < 2000, "a list that a person waits for");
    }
};

QTEST_APPLESS_MAIN(TestModelList)
#include "tst_model_list.moc"
