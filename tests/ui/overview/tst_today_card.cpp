// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/overview/request_bars.h"
#include "ui/overview/today_card.h"

#include <QLabel>
#include <QLocale>
#include <QTest>
#include <QToolTip>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 3'600'000;

UsageTotals dayTotals()
{
    UsageTotals totals;
    totals.requests = 1'234'567;
    totals.failed = 3;
    totals.tokens = {1'100'000, 120'000, 0, 0, 0};
    totals.costUsd = 3.41;
    totals.unpriced = 2;
    return totals;
}

//! A day with requests in its last hour, and in the one before.
UsageTable answer(const UsageQuery &query)
{
    UsageTable table;
    table.total = dayTotals();
    if (query.step == UsageStep::Day)
        return table;
    UsageTotals few;
    few.requests = 12;
    few.failed = 3;
    UsageTotals one;
    one.requests = 1;
    table.rows = {{query.toMs - 2 * hourMs, u"a"_s, one}, {query.toMs - hourMs, u"a"_s, few}};
    return table;
}

struct Bench
{
    explicit Bench(std::function<UsageTable(const UsageQuery &)> table = answer)
    {
        rig.daily.table = std::move(table);
        card = std::make_unique<TodayCard>(rig.context);
        card->resize(600, 200);
        card->show();
    }

    QLabel *label(const char *name) const { return card->findChild<QLabel *>(QString::fromLatin1(name)); }
    RequestBars *bars() const { return card->findChild<RequestBars *>(); }

    UiRig rig;
    std::unique_ptr<TodayCard> card;
};

} // namespace

//! Today's figures, and the hours behind them.
class TestTodayCard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void showsFigures()
    {
        Bench bench;
        QCOMPARE(bench.label("todayRequests")->text(), u"–"_s); // no zero before it is known
        QCOMPARE(bench.label("todayCost")->text(), u"–"_s);
        QVERIFY(!bench.bars()->isVisible());
        QVERIFY(!bench.label("todayNothing")->isVisible());
        QTRY_COMPARE(bench.label("todayRequests")->text(), u"1.2 M"_s);
        QCOMPARE(bench.label("todayRequests")->toolTip(), u"1,234,567"_s);
        QCOMPARE(bench.label("todayFailed")->text(), u"3"_s);
        QCOMPARE(bench.label("todayInput")->text(), u"1.1 M"_s);
        QCOMPARE(bench.label("todayOutput")->text(), u"120 k"_s);
        QCOMPARE(bench.label("todayCost")->text(), u"≥ $3.41"_s);
        QCOMPARE(bench.label("todayNote")->text(), u"Requests whose cost is not known: 2."_s);
        QCOMPARE(bench.label("todayRequests")->accessibleDescription(), u"Requests"_s);
        QVERIFY(bench.bars()->isVisible());
    }

    void followsWhatIsRecorded()
    {
        qint64 requests = 1;
        Bench bench([&requests](const UsageQuery &) {
            UsageTable table;
            table.total.requests = requests;
            return table;
        });
        QTRY_COMPARE(bench.label("todayRequests")->text(), u"1"_s);
        QVERIFY(!bench.label("todayNote")->isVisible());
        requests = 2;
        Q_EMIT bench.rig.gateway.recorded({});
        QTRY_COMPARE(bench.label("todayRequests")->text(), u"2"_s);
    }

    void saysThatThereIsNothing()
    {
        Bench bench([](const UsageQuery &) { return UsageTable{}; });
        QTRY_VERIFY(bench.label("todayNothing")->isVisible());
        QVERIFY(!bench.bars()->isVisible());
        QCOMPARE(bench.label("todayRequests")->text(), u"0"_s);
    }

    void tellsWhatIsWrong()
    {
        Bench bench([](const UsageQuery &) {
            UsageTable table;
            table.problem = u"<b>locked</b>"_s;
            return table;
        });
        QTRY_VERIFY(bench.label("todayNote")->text().contains(u"could not be asked: <b>locked</b>"_s));
        QCOMPARE(bench.label("todayNote")->textFormat(), Qt::PlainText);
        QCOMPARE(bench.label("todayRequests")->text(), u"–"_s);
    }

    void countsWhatWaitsAndWhatIsLost()
    {
        Bench bench;
        Q_EMIT bench.rig.gateway.usageStateChanged(
            {.writing = false, .message = u"full"_s, .waiting = 5, .lost = 2});
        QVERIFY(bench.label("todayNote")
                    ->text()
                    .endsWith(u"Waiting to be written: 5. Lost since the start: 2."_s));
    }

    void tellsTheHourThatIsPointedAt()
    {
        Bench bench;
        QTRY_VERIFY(bench.bars()->isVisible());
        RequestBars *bars = bench.bars();
        QCOMPARE(bars->slotAt(-1), -1);
        QCOMPARE(bars->slotAt(0), 0);
        QCOMPARE(bars->slotAt(bars->width() - 1), 23);
        QCOMPARE(bars->slotAt(bars->width()), -1);
        const HourCount last = bars->hours().constLast();
        QCOMPARE(bars->slotText(23), hourText(last.startMs) + u": 12 requests, 3 failed"_s);
        QVERIFY(bars->slotText(22).endsWith(u": 1 request"_s));
        QVERIFY(bars->slotText(0).endsWith(u": no requests"_s));
        QTest::mouseMove(bars, {bars->width() - 3, 5});
        QTRY_COMPARE(QToolTip::text(), bars->slotText(23));
        QCOMPARE(bars->accessibleDescription(), u"Last 24 hours: 13 requests, 3 failed"_s);
    }

    void hoursAreLocal()
    {
        QCOMPARE(hourText(QDateTime({2026, 3, 5}, {23, 0}).toMSecsSinceEpoch()), u"23:00–00:00"_s);
    }

    void drawsEachRequest()
    {
        Bench bench;
        QTRY_VERIFY(bench.bars()->isVisible());
        const QImage image = bench.bars()->grab().toImage();
        const auto inkIn = [&](int slot) {
            const int width = image.width() / 24;
            const QRgb ground = image.pixel(1, 1);
            int found = 0;
            for (int x = slot * width + 3; x < (slot + 1) * width - 3; ++x) {
                for (int y = 0; y < image.height() / 2; ++y)
                    found += image.pixel(x, y) != ground;
            }
            return found;
        };
        QCOMPARE(inkIn(5), 0);
        QVERIFY(inkIn(23) > 0);
    }
};

QTEST_MAIN(TestTodayCard)
#include "tst_today_card.moc"
