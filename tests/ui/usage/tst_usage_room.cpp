// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "tests/ui/usage/year_of_usage.h"
#include "ui/usage/usage_chart.h"
#include "ui/usage/usage_page.h"

#include <QLayout>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! The page of usage in the smallest window.
class TestUsageRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! It scrolls rather than cuts the axis or the legend.
    void showsChartAndLegendWhole()
    {
        QStringList keys;
        for (int i = 0; i < 8; ++i)
            keys.append(u"a provider with a long name, number %1"_s.arg(i));
        const YearOfUsage year(keys);
        UiRig rig;
        rig.usage.table = [&](const UsageQuery &query) { return year.answer(query); };
        rig.program.memory.insert(u"usage/by"_s, 1);
        UsagePage page(rig.context);
        page.resize(540, 430);
        page.show();
        const auto *chart = page.findChild<UsageChart *>(u"chart"_s);
        QTRY_VERIFY(!chart->picture().series.isEmpty());
        const auto *legend = page.findChild<QWidget *>(u"legend"_s);
        QTRY_VERIFY(legend->height() >= legend->layout()->heightForWidth(legend->width()));
        QVERIFY(legend->layout()->count() > 4);
        QTRY_VERIFY(chart->height() >= chart->minimumSizeHint().height());
        QVERIFY(legend->geometry().bottom() < legend->parentWidget()->height());
    }
};

QTEST_MAIN(TestUsageRoom)
#include "tst_usage_room.moc"
