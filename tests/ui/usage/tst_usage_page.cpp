// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "tests/ui/usage/year_of_usage.h"
#include "ui/usage/usage_chart.h"
#include "ui/usage/usage_page.h"
#include "ui/widgets/banner.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    explicit Bench(const QStringList &keys = {u"openai"_s, u"=gone"_s}, int by = 1)
        : year(keys)
    {
        Config config;
        config.providers = {someProvider(u"openai"_s, u"OpenAI"_s)};
        rig.load(config);
        rig.usage.table = [this](const UsageQuery &query) { return year.answer(query); };
        rig.program.memory.insert(u"usage/by"_s, by);
        page = std::make_unique<UsagePage>(rig.context);
        page->resize(900, 700);
        page->show();
        chart = page->findChild<UsageChart *>(u"chart"_s);
    }

    template<typename T>
    T *find(const char *name) const
    {
        return page->findChild<T *>(QString::fromLatin1(name));
    }
    QString text(const char *name) const { return find<QLabel>(name)->text(); }
    //! Waits until there is something on the chart.
    bool drawn() const
    {
        return QTest::qWaitFor([this] { return !chart->picture().series.isEmpty(); });
    }
    QToolButton *chip() const
    {
        for (QToolButton *button : page->findChildren<QToolButton *>(u"filterChip"_s)) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }

    YearOfUsage year;
    UiRig rig;
    std::unique_ptr<UsagePage> page;
    UsageChart *chart = nullptr;
};

} // namespace

//! The page of usage.
class TestUsagePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void showsTheSame()
    {
        Bench bench;
        QVERIFY(bench.drawn());
        const UsageTotals total = bench.year.answer(bench.rig.usage.asked.last()).total;
        QCOMPARE(bench.text("requestsFigure"), QLocale().toString(total.requests));
        auto *table = bench.find<QTableView>("table");
        QCOMPARE(table->model()->index(table->model()->rowCount() - 1, 1).data().toString(),
                 QLocale().toString(total.requests));
        QCOMPARE(bench.chart->picture().series[0].name, u"OpenAI"_s);
        QCOMPARE(bench.chart->picture().series[1].name, u"=gone"_s);
    }

    void saysWhatIsNotKnown()
    {
        Bench bench;
        bench.rig.usage.table = [](const UsageQuery &) {
            UsageTable table;
            table.total.requests = 7;
            table.total.unpriced = 3;
            table.total.estimated = 2;
            return table;
        };
        QTRY_COMPARE(bench.text("costFigure"), u"unknown"_s);
        QVERIFY(bench.text("summaryNotes").contains(u"cost is not known: 3."_s));
        QVERIFY(bench.text("summaryNotes").contains(u"are a guess: 2."_s));
    }

    void filtersByClick()
    {
        Bench bench;
        QVERIFY(bench.drawn());
        QVERIFY(!bench.chip());
        QTest::mouseClick(bench.chart->viewport(), Qt::LeftButton, {}, bench.chart->placeOf(3, 1));
        QCOMPARE(bench.rig.usage.asked.last().filter, (UsageFilter{u"=gone"_s}));
        QTRY_COMPARE(bench.chart->picture().series.size(), 1);
        QVERIFY(bench.chip()->text().contains(u"=gone"_s));
        QTest::mouseClick(bench.chip(), Qt::LeftButton);
        QCOMPARE(bench.rig.usage.asked.last().filter, UsageFilter{});
        QVERIFY(!bench.chip());
        QTRY_COMPARE(bench.chart->picture().series.size(), 2);
    }

    void filtersByLegend()
    {
        Bench bench;
        QVERIFY(bench.drawn());
        auto *entry = bench.find<QToolButton>("legendEntry");
        QCOMPARE(entry->text(), u"OpenAI"_s);
        entry->setFocus();
        QTest::keyClick(entry, Qt::Key_Space);
        QCOMPARE(bench.rig.usage.asked.last().filter, (UsageFilter{u"openai"_s}));
    }

    void filtersByKeyboard()
    {
        Bench bench;
        QVERIFY(bench.drawn());
        bench.chart->setFocus();
        QTest::keyClick(bench.chart, Qt::Key_Left);
        QTest::keyClick(bench.chart, Qt::Key_Left);
        QTest::keyClick(bench.chart, Qt::Key_Up);
        QTest::keyClick(bench.chart, Qt::Key_Up);
        const ChartPicture &picture = bench.chart->picture();
        const QString said = bench.chart->accessibleDescription();
        QVERIFY(said.contains(u"=gone: "_s + QLocale().toString(qint64(
                                                 picture.series[1].values[picture.span.starts.size() - 2]))));
        QTest::keyClick(bench.chart, Qt::Key_Return);
        QCOMPARE(bench.rig.usage.asked.last().filter, (UsageFilter{u"=gone"_s}));
    }

    //! "Other" stands for nothing that could be asked for.
    void cannotFilterByOther()
    {
        QStringList keys;
        for (int i = 0; i < 12; ++i)
            keys.append(u"p%1"_s.arg(i));
        Bench bench(keys);
        QVERIFY(bench.drawn());
        QCOMPARE(bench.chart->picture().series.size(), 9);
        QTest::mouseClick(bench.chart->viewport(), Qt::LeftButton, {}, bench.chart->placeOf(3, 8));
        QCOMPARE(bench.rig.usage.asked.size(), 1);
    }

    void tellsNothingYetFromNothingHere_data()
    {
        QTest::addColumn<bool>("records");
        QTest::newRow("new") << false;
        QTest::newRow("earlier ones") << true;
    }

    void tellsNothingYetFromNothingHere()
    {
        QFETCH(bool, records);
        Bench bench(QStringList{});
        if (records)
            bench.rig.usage.records.append(UsageRecord{});
        QTRY_VERIFY(bench.find<QWidget>(records ? "noneHere" : "noneYet")->isVisible());
        QVERIFY(!bench.find<QPushButton>("exportCsv")->isEnabled());
        if (!records)
            return;
        QTest::mouseClick(bench.find<QWidget>("noneHere")->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(bench.find<QComboBox>("range")->currentIndex(), 2);
        QCOMPARE(bench.rig.usage.asked.size(), 2);
    }

    void keepsThePictureWhenTheStoreFails()
    {
        Bench bench;
        QVERIFY(bench.drawn());
        bench.rig.usage.table = [](const UsageQuery &) {
            UsageTable table;
            table.problem = u"<b>disk</b> gone"_s;
            return table;
        };
        bench.find<QComboBox>("range")->setCurrentIndex(0);
        auto *banner = bench.page->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(u"<b>disk</b> gone"_s));
        QCOMPARE(bench.chart->picture().series.size(), 2);
        bench.rig.usage.table = [&](const UsageQuery &query) { return bench.year.answer(query); };
        bench.find<QComboBox>("range")->setCurrentIndex(2);
        QTRY_VERIFY(!banner->isVisible());
    }

    void showsThatItWaits()
    {
        Bench bench;
        QVERIFY(bench.drawn());
        bench.rig.usage.silent = true;
        bench.find<QComboBox>("range")->setCurrentIndex(2);
        QTRY_VERIFY(bench.find<QWidget>("progress")->isVisible());
        QCOMPARE(bench.chart->picture().span.starts.size(), 7); // the old picture stays
        bench.rig.usage.silent = false;
        bench.find<QComboBox>("range")->setCurrentIndex(1);
        QTRY_VERIFY(!bench.find<QWidget>("progress")->isVisible());
    }

    void asksNothingWhileHidden()
    {
        Bench bench;
        QVERIFY(bench.drawn());
        bench.page->hide();
        const qsizetype before = bench.rig.usage.asked.size();
        bench.find<QComboBox>("range")->setCurrentIndex(2);
        Q_EMIT bench.rig.gateway.recorded({});
        QCOMPARE(bench.rig.usage.asked.size(), before);
        bench.page->show();
        QCOMPARE(bench.rig.usage.asked.size(), before + 1);
    }

    void remembersChoices()
    {
        Bench bench;
        bench.find<QComboBox>("range")->setCurrentIndex(3);
        bench.find<QDateEdit>("firstDay")->setDate({2026, 1, 2});
        bench.find<QDateEdit>("lastDay")->setDate({2026, 1, 5});
        bench.find<QComboBox>("measure")->setCurrentIndex(2);
        const qsizetype asked = bench.rig.usage.asked.size();
        bench.find<QComboBox>("measure")->setCurrentIndex(4); // needs no other answer
        QCOMPARE(bench.rig.usage.asked.size(), asked);
        QCOMPARE(bench.rig.program.memory[u"usage/range"_s].toString(), u"2026-01-02/2026-01-05"_s);
        UsagePage again(bench.rig.context);
        QCOMPARE(again.findChild<QComboBox *>(u"measure"_s)->currentIndex(), 4);
        QCOMPARE(again.findChild<QComboBox *>(u"by"_s)->currentIndex(), 1);
        QCOMPARE(again.findChild<QDateEdit *>(u"firstDay"_s)->date(), QDate(2026, 1, 2));
    }

    void keepsDaysInOrder()
    {
        Bench bench;
        bench.find<QComboBox>("range")->setCurrentIndex(3);
        bench.find<QDateEdit>("firstDay")->setDate({2026, 1, 2});
        bench.find<QDateEdit>("lastDay")->setDate({2025, 12, 24});
        QCOMPARE(bench.find<QDateEdit>("firstDay")->date(), QDate(2025, 12, 24));
        bench.find<QDateEdit>("firstDay")->setDate({2026, 2, 3});
        QCOMPARE(bench.find<QDateEdit>("lastDay")->date(), QDate(2026, 2, 3));
        QCOMPARE(bench.rig.program.memory[u"usage/range"_s].toString(), u"2026-02-03/2026-02-03"_s);
    }

    void copiesRows()
    {
        Bench bench;
        QVERIFY(bench.drawn());
        auto *table = bench.find<QTableView>("table");
        table->setFocus();
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith(u"Provider\tRequests\t"_s));
        QVERIFY(lines[1].startsWith(u"'=gone\t"_s));
    }

    void copiesAPicture()
    {
        Bench bench;
        QVERIFY(bench.drawn());
        QTest::mouseClick(bench.find<QPushButton>("copyPicture"), Qt::LeftButton);
        const QImage image = QGuiApplication::clipboard()->image();
        QVERIFY(image.width() > 2 * bench.chart->width());
    }

    void exportsCsv()
    {
        QTemporaryDir folder;
        Bench bench;
        QVERIFY(bench.drawn());
        QTest::mouseClick(bench.find<QPushButton>("exportCsv"), Qt::LeftButton);
        auto *dialog = bench.page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = folder.filePath(u"out.csv"_s);
        Q_EMIT dialog->fileSelected(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 4); // names, two providers, nothing after the last line's end
        QVERIFY(lines[1].startsWith("OpenAI,"));
        QVERIFY(lines[2].startsWith("'=gone,"));
        QVERIFY(bench.page->findChild<Banner *>()->accessibleName().contains(u"out.csv"_s));
    }
};

QTEST_MAIN(TestUsagePage)
#include "tst_usage_page.moc"
