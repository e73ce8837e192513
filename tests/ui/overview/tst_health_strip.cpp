// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/overview/health_list.h"
#include "ui/overview/health_row.h"
#include "ui/overview/health_strip.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(gatehouse::HourHealth)

//! How a provider fared by hour.
class TestHealthStrip final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesAnHour_data()
    {
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("failed");
        QTest::addColumn<int>("abandoned");
        QTest::addColumn<HourHealth>("health");
        QTest::newRow("nothing") << 0 << 0 << 0 << HourHealth::Nothing;
        QTest::newRow("well") << 5 << 0 << 0 << HourHealth::Good;
        QTest::newRow("well, but one left") << 5 << 0 << 1 << HourHealth::Good;
        QTest::newRow("all left") << 5 << 0 << 5 << HourHealth::Nothing;
        QTest::newRow("one of many") << 100 << 1 << 0 << HourHealth::SomeFailed;
        QTest::newRow("less than half") << 5 << 2 << 0 << HourHealth::SomeFailed;
        QTest::newRow("half") << 4 << 2 << 0 << HourHealth::MostlyFailed;
        QTest::newRow("half of those that ended") << 5 << 2 << 1 << HourHealth::MostlyFailed;
        QTest::newRow("all") << 1 << 1 << 0 << HourHealth::MostlyFailed;
    }
    void judgesAnHour()
    {
        QFETCH(const int, requests);
        QFETCH(const int, failed);
        QFETCH(const int, abandoned);
        QFETCH(const HourHealth, health);
        QCOMPARE(healthOf({0, requests, failed, abandoned}), health);
    }

    void showsEachProvidersOwn()
    {
        UiRig rig;
        Config config;
        config.providers = {someProvider(u"one"_s, u"First"_s), someProvider(u"two"_s, u"Second"_s),
                            someProvider(u"off"_s, u"Third"_s)};
        config.providers[2].enabled = false;
        rig.load(config);
        rig.daily.table = [](const UsageQuery &query) {
            UsageTable table;
            UsageTotals some;
            some.requests = 4;
            some.failed = 1;
            if (query.step == UsageStep::Hour)
                table.rows = {{query.fromMs, u"two"_s, some}};
            return table;
        };
        HealthList list(rig.context);
        list.show();
        const QList<HealthRow *> rows = list.findChildren<HealthRow *>();
        QCOMPARE(rows.size(), 3);
        const auto strip = [&rows](int row) { return rows[row]->findChild<HealthStrip *>(); };
        QVERIFY(!strip(0)->isVisible()); // nothing is known yet
        QTRY_VERIFY(strip(0)->isVisible());
        QVERIFY(!strip(2)->isVisible()); // is not used, and was not
        QCOMPARE(strip(0)->accessibleDescription(), u"Last 24 hours: no requests"_s);
        QCOMPARE(strip(1)->accessibleDescription(), u"Last 24 hours: 4 requests, 1 failed"_s);
        QCOMPARE(strip(1)->accessibleName(), u"How Second fared by hour"_s);
        QVERIFY(strip(1)->slotText(0).endsWith(u": 4 requests, 1 failed"_s));
        QCOMPARE(rig.daily.asked.size(), 2); // one question for all
    }

    void heightTellsTheStateToo()
    {
        HealthStrip strip;
        LastHours hours = emptyHours(hourOf(1'700'000'000'000));
        hours[0].requests = 2;
        hours[8] = {hours[8].startMs, 3, 1, 0};
        hours[16] = {hours[16].startMs, 1, 1, 0};
        strip.setHours(hours);
        strip.resize(24 * 10, 20);
        const QImage image = strip.grab().toImage();
        const auto heightOf = [&image](int slot) {
            const int x = int((slot + 0.5) * image.width() / 24);
            const QRgb ground = image.pixel(x, 0);
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixel(x, y) != ground)
                    return image.height() - y;
            }
            return image.height();
        };
        QVERIFY(heightOf(0) > heightOf(8));
        QVERIFY(heightOf(8) > heightOf(16));
        QVERIFY(heightOf(16) > heightOf(4));
    }
};

QTEST_MAIN(TestHealthStrip)
#include "tst_health_strip.moc"
