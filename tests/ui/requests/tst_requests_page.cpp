// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/requests/page_bench.h"
#include "tests/ui/support/answer_box.h"

#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QList<UsageRecord> many(int count)
{
    QList<UsageRecord> records;
    for (int id = count; id > 0; --id)
        records.append(goodRecord(id));
    return records;
}

QAction *entry(const PageBench &bench, const QString &text)
{
    const auto *menu = bench.page.findChild<QMenu *>(u"requestMenu"_s);
    for (QAction *action : menu ? menu->actions() : QList<QAction *>()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

//! The page through its widgets: the list, its filters, the details, what helps.
class TestRequestsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }

    void asksTheStoreOnce()
    {
        PageBench bench(many(3));
        QTRY_COMPARE(bench.rows(), 3);
        bench.page.hide();
        bench.page.show();
        QTest::qWait(20);
        QCOMPARE(bench.rows(), 3);
        QCOMPARE(bench.find<QLabel>(u"filterCount"_s)->text(), u"Requests: 3"_s);
    }

    void isThereAtOnceWithAllRows()
    {
        const QList<UsageRecord> records = many(10'000);
        QElapsedTimer time;
        time.start();
        PageBench bench(records);
        QTRY_COMPARE(bench.rows(), 10'000);
        bench.page.grab();
        QVERIFY2(time.elapsed() < 1500, qPrintable(QString::number(time.elapsed())));
    }

    void saysThatNothingIsThereYet()
    {
        PageBench bench({});
        QTRY_VERIFY(!bench.table()->isVisible());
        Q_EMIT bench.rig.gateway.recorded(goodRecord(1));
        QTRY_VERIFY(bench.table()->isVisible());
        bench.find<QLineEdit>(u"textFilter"_s)->setText(u"nothing like it"_s);
        QVERIFY(!bench.table()->isVisible());
        QCOMPARE(bench.find<QLabel>(u"filterCount"_s)->text(), u"0 of 1"_s);
        bench.click(u"showAll"_s);
        QVERIFY(bench.table()->isVisible());
        QVERIFY(bench.find<QLineEdit>(u"textFilter"_s)->text().isEmpty());
    }

    void keepsPlaceAndSelection()
    {
        PageBench bench(many(200));
        QTRY_COMPARE(bench.rows(), 200);
        QScrollBar &bar = *bench.table()->verticalScrollBar();
        bench.table()->selectRow(100);
        QCoreApplication::processEvents(); // the details take their room
        bar.setValue(90 * bench.table()->rowHeight(0) + 5);
        const int top = bench.table()->rowAt(0);
        const QString seen = bench.table()->model()->index(top, 0).data(Qt::UserRole).toString();
        for (int id = 1001; id <= 1020; ++id)
            Q_EMIT bench.rig.gateway.recorded(goodRecord(id));
        QTRY_COMPARE(bench.rows(), 220);
        QCOMPARE(bench.table()->rowAt(0), top + 20);
        QCOMPARE(bench.table()->model()->index(top + 20, 0).data(Qt::UserRole).toString(), seen);
        QCOMPARE(bench.table()->currentIndex().row(), 120);
        auto *hint = bench.find<QPushButton>(u"newRequests"_s);
        QVERIFY(hint->isVisible());
        QVERIFY(hint->text().contains(u"20"_s));
        bench.click(u"newRequests"_s);
        QCOMPARE(bar.value(), 0);
        QVERIFY(!hint->isVisible());
        Q_EMIT bench.rig.gateway.recorded(goodRecord(2000));
        QTRY_COMPARE(bench.rows(), 221);
        QCOMPARE(bar.value(), 0); // at the top one sees what comes
        QVERIFY(!hint->isVisible());
        QCOMPARE(bench.table()->currentIndex().row(), 121);
    }

    void filters()
    {
        QList<UsageRecord> records = many(4);
        records[1].provider = u"claude"_s;
        records[2] = failedRecord(2, 499, "client_closed", {});
        PageBench bench(records);
        QTRY_COMPARE(bench.rows(), 4);
        bench.table()->selectRow(1);
        auto *provider = bench.find<QComboBox>(u"providerFilter"_s);
        provider->setFocus();
        QTRY_COMPARE(provider->count(), 3);
        provider->setCurrentIndex(provider->findData(u"claude"_s));
        QCOMPARE(bench.rows(), 1);
        QCOMPARE(bench.table()->currentIndex().row(), 0); // the selected one is still there
        QVERIFY(bench.find<QWidget>(u"waterfall"_s)->isVisible());
        provider->setCurrentIndex(provider->findData(u"openai"_s));
        QCOMPARE(bench.rows(), 3);
        QVERIFY(!bench.table()->selectionModel()->hasSelection());
        bench.click(u"clearFilter"_s);
        QCOMPARE(bench.rows(), 4);
        QVERIFY(!bench.find<QWidget>(u"clearFilter"_s)->isEnabled());
        QTest::keyClicks(bench.find<QLineEdit>(u"textFilter"_s), u"client_cl"_s);
        QCOMPARE(bench.rows(), 1);
    }

    void fetchesWhatTheListLeavesOut()
    {
        PageBench bench(many(3));
        QTRY_COMPARE(bench.rows(), 3);
        QVERIFY(!bench.find<QWidget>(u"attempts"_s));
        bench.table()->selectRow(1);
        QTRY_VERIFY(bench.find<QWidget>(u"attempts"_s));
        QVERIFY(bench.find<QWidget>(u"attempts"_s)->isVisible());
        bench.click(u"copyId"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"req_2"_s);
        bench.click(u"closeDetails"_s);
        QVERIFY(!bench.find<QTabWidget>(u"detailsTabs"_s)->isVisible());
    }

    void keepsTheSelectedRowInSight()
    {
        PageBench bench(many(200));
        QTRY_COMPARE(bench.rows(), 200);
        const int last = bench.table()->rowAt(bench.table()->viewport()->height() - 1) - 1;
        bench.table()->selectRow(last); // the details take the room below
        QTRY_VERIFY(bench.find<QTabWidget>(u"detailsTabs"_s)->isVisible());
        QCoreApplication::processEvents();
        QVERIFY(bench.table()->rowAt(bench.table()->viewport()->height() - 1) >= last);
        QVERIFY(bench.table()->viewport()->height() < last * bench.table()->rowHeight(0));
    }

    void standsWhatIsNotKeptAnyMore()
    {
        PageBench bench(many(3));
        QTRY_COMPARE(bench.rows(), 3);
        bench.rig.usage.records.clear();
        bench.table()->selectRow(0);
        QTest::qWait(20);
        QVERIFY(bench.find<QTabWidget>(u"detailsTabs"_s)->isVisible());
        QCOMPARE(bench.text(0, 2), u"smart"_s);
    }

    void offersWhatHelps_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QList<QVariantList>>("provider");
        QTest::addColumn<QList<QVariantList>>("client");
        QTest::addColumn<int>("routes");
        QTest::addColumn<int>("settings");
        using Calls = QList<QVariantList>;
        const auto edit = [](ProviderField field) {
            return Calls{{u"openai"_s, QVariant::fromValue(field)}};
        };
        QTest::newRow("key") << QByteArray("upstream_401") << u""_s << edit(ProviderField::Key) << Calls()
                             << 0 << 0;
        QTest::newRow("time-out") << QByteArray("upstream_timeout") << u""_s << edit(ProviderField::Timeouts)
                                  << Calls() << 0 << 0;
        QTest::newRow("proxy") << QByteArray("upstream_unreachable") << u"through the proxy p"_s
                               << edit(ProviderField::Proxy) << Calls() << 0 << 0;
        QTest::newRow("address") << QByteArray("upstream_tls") << u""_s << edit(ProviderField::Address)
                                 << Calls() << 0 << 0;
        QTest::newRow("limits") << QByteArray("rate_limit_exceeded")
                                << u"'openai' is at the limit that is set for it here"_s
                                << edit(ProviderField::Limits) << Calls() << 0 << 0;
        QTest::newRow("routes") << QByteArray("upstream_404") << u""_s << Calls() << Calls() << 1 << 0;
        QTest::newRow("client") << QByteArray("model_not_allowed") << u""_s << Calls() << Calls{{u""_s}} << 0
                                << 0;
        QTest::newRow("budget of all")
            << QByteArray("budget_exceeded") << u""_s << Calls() << Calls() << 0 << 1;
        QTest::newRow("settings") << QByteArray("host_not_allowed") << u""_s << Calls() << Calls() << 0 << 1;
        QTest::newRow("try now") << QByteArray("upstream_503") << u""_s << Calls() << Calls() << 0 << 0;
    }

    void offersWhatHelps()
    {
        QFETCH(QByteArray, code);
        QFETCH(QString, message);
        const bool limit = code == "rate_limit_exceeded";
        PageBench bench({failedRecord(1, 500, code, message, !limit)});
        QSignalSpy provider(&bench.page, &RequestsPage::editProviderRequested);
        QSignalSpy client(&bench.page, &RequestsPage::editClientRequested);
        QSignalSpy routes(&bench.page, &RequestsPage::showRoutesRequested);
        QSignalSpy settings(&bench.page, &RequestsPage::settingsRequested);
        QTRY_COMPARE(bench.rows(), 1);
        bench.table()->selectRow(0);
        QTRY_VERIFY(bench.find<QPushButton>(u"remedy"_s));
        bench.find<QPushButton>(u"remedy"_s)->click();
        QTEST(QList<QVariantList>(provider), "provider");
        QTEST(QList<QVariantList>(client), "client");
        QTEST(int(routes.size()), "routes");
        QTEST(int(settings.size()), "settings");
    }

    void tellsHowToShortenAPrompt()
    {
        PageBench bench({failedRecord(1, 400, "context_length_exceeded", u"too long"_s)});
        QTRY_COMPARE(bench.rows(), 1);
        bench.table()->selectRow(0);
        QTRY_VERIFY(bench.find<QLabel>(u"advice"_s));
        QVERIFY(!bench.find<QLabel>(u"advice"_s)->isVisible());
        bench.find<QPushButton>(u"remedy"_s)->click();
        QVERIFY(bench.find<QLabel>(u"advice"_s)->isVisible());
    }

    void hasAMenu()
    {
        UsageRecord record = failedRecord(1, 503, "upstream_503", u"busy"_s);
        record.model = "a&b";
        PageBench bench({goodRecord(2), record});
        QTRY_COMPARE(bench.rows(), 2);
        const auto open = [&](int row) {
            delete bench.page.findChild<QMenu *>(u"requestMenu"_s);
            const QPoint at = bench.table()->visualRect(bench.table()->model()->index(row, 0)).center();
            Q_EMIT bench.table()->customContextMenuRequested(at);
        };
        open(1);
        QVERIFY(entry(bench, u"&Copy details as text"_s));
        QVERIFY(!entry(bench, u"&Send again…"_s));
        entry(bench, u"&Copy details as text"_s)->trigger();
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"1. openai/gpt-4o: status 503"_s));
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"busy"_s));
        entry(bench, u"Copy request &id"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"req_1"_s);
        QVERIFY(entry(bench, u"Show only the &model a&&b"_s));
        entry(bench, u"Show only the &model a&&b"_s)->trigger();
        QCOMPARE(bench.rows(), 1);
        open(0);
        entry(bench, u"Show only the &provider openai"_s)->trigger();
        QCOMPARE(bench.rows(), 1);
        QCOMPARE(bench.find<QComboBox>(u"providerFilter"_s)->currentText(), u"openai"_s);
        delete bench.page.findChild<QMenu *>(u"requestMenu"_s);
    }

    void putsDetailsWhereThereIsRoom()
    {
        PageBench bench(many(1));
        auto *splitter = bench.find<QSplitter>(u"requestsSplitter"_s);
        QCOMPARE(splitter->orientation(), Qt::Vertical);
        bench.page.resize(1400, 800);
        QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    }
};

QTEST_MAIN(TestRequestsPage)
#include "tst_requests_page.moc"
