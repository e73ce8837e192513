// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/usage/year_of_usage.h"
#include "ui/usage/measure.h"
#include "ui/usage/usage_csv.h"
#include "ui/usage/usage_names.h"
#include "ui/usage/usage_table_model.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

UsageTotals totals(qint64 requests, double usd = 0, qint64 unpriced = 0)
{
    UsageTotals t;
    t.requests = requests;
    t.failed = 1;
    t.tokens = {10, 5, 3, 2, 1};
    t.costUsd = usd;
    t.unpriced = unpriced;
    return t;
}

QStringList column(const UsageTableModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

} // namespace

//! The table under the chart, and the file that is made of it.
class TestUsageTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void addsUp_data()
    {
        QTest::addColumn<UsageKey>("by");
        QTest::newRow("time") << UsageKey::None;
        QTest::newRow("provider") << UsageKey::Provider;
    }

    void addsUp()
    {
        QFETCH(UsageKey, by);
        const QTimeZone zone = QTimeZone::systemTimeZone();
        const UsageSpan span = spanOf({UsageRange::Month}, QDate::currentDate(), zone);
        const UsageTable table =
            YearOfUsage({u"a"_s, u"b"_s, u"c"_s, u"d"_s}).answer({span.fromMs, span.toMs, span.step, by, {}});
        const QList<UsageLine> lines =
            linesOf(table, {span, by, {}}, {}, QDateTime::currentMSecsSinceEpoch(), zone);
        QCOMPARE(lines.size(), by == UsageKey::None ? 30 : 4);
        UsageTotals sum;
        for (const UsageLine &line : lines)
            sum += line.totals;
        QVERIFY(sum.requests > 0);
        QCOMPARE(sum.requests, table.total.requests);
        QCOMPARE(sum.failed, table.total.failed);
        QVERIFY(sum.tokens == table.total.tokens);
        QVERIFY(std::abs(sum.costUsd - table.total.costUsd) < 1e-6);
        QCOMPARE(sum.unpriced, table.total.unpriced);
    }

    void showsQuietHoursButNotLaterOnes()
    {
        const UsageSpan span = spanOf({UsageRange::Today}, {2026, 7, 1}, QTimeZone::utc());
        UsageTable table;
        table.rows = {{span.starts[2], {}, totals(4)}};
        const QList<UsageLine> lines = linesOf(table, {span}, {}, span.starts[5] + 60'000, QTimeZone::utc());
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[2].totals.requests, 4);
        QCOMPARE(lines[3].totals, UsageTotals{});
    }

    void sortsAboveTheSum()
    {
        UsageTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLines(UsageKey::Model,
                       {{u"m2"_s, u"m2"_s, 0, totals(5, 1)},
                        {u"m10"_s, u"m10"_s, 0, totals(7, 0, 2)},
                        {u"m1"_s, u"m1"_s, 0, totals(6, 0.5)}},
                       totals(18, 1.5, 2));
        QCOMPARE(column(model, UsageTableModel::Name), (QStringList{u"m10"_s, u"m1"_s, u"m2"_s, u"Total"_s}));
        model.sort(UsageTableModel::Name, Qt::AscendingOrder);
        QCOMPARE(column(model, UsageTableModel::Name), (QStringList{u"m1"_s, u"m2"_s, u"m10"_s, u"Total"_s}));
        model.sort(UsageTableModel::Cost, Qt::AscendingOrder); // what is not known is less than nothing
        QCOMPARE(column(model, UsageTableModel::Cost),
                 (QStringList{u"–"_s, u"$0.50"_s, u"$1.00"_s, u"≥ $1.50"_s}));
        // Another answer keeps the order, another question does not.
        model.setLines(UsageKey::Model,
                       {{u"x"_s, u"x"_s, 0, totals(1, 3)}, {u"y"_s, u"y"_s, 0, totals(2, 2)}}, totals(3, 5));
        QCOMPARE(column(model, UsageTableModel::Name), (QStringList{u"y"_s, u"x"_s, u"Total"_s}));
        model.setLines(UsageKey::None, {{u"1"_s, u"1"_s, 1, totals(9)}, {u"2"_s, u"2"_s, 2, totals(1)}},
                       totals(10));
        QCOMPARE(column(model, UsageTableModel::Name), (QStringList{u"2"_s, u"1"_s, u"Total"_s}));
    }

    void writesCsv()
    {
        QLocale::setDefault(QLocale(u"de_DE"_s)); // numbers stay as in C
        UsageTotals whole;
        whole.requests = 1234567;
        whole.failed = 2;
        whole.abandoned = 3;
        whole.tokens = {1000, 500, 300, 20, 10};
        whole.estimated = 4;
        whole.costUsd = 12.5;
        whole.unpriced = 5;
        whole.firstByteP50 = 250.25;
        const QList<UsageLine> lines{{u"=cmd"_s, u"=cmd|' /C calc'!A0"_s, 0, whole},
                                     {u"b"_s, u"say \"hi\", 世界"_s, 0, totals(1, 0, 1)},
                                     {u"c"_s, u"free"_s, 0, totals(1)}};
        const QByteArray expected =
            "model,requests,failed,abandoned,input_tokens,cached_tokens,cache_write_tokens,output_tokens,"
            "reasoning_tokens,estimated_requests,cost_usd,unpriced_requests,first_byte_p50_ms,"
            "first_byte_p95_ms\r\n"
            "'=cmd|' /C calc'!A0,1234567,2,3,1000,300,20,500,10,4,12.5,5,250.3,\r\n"
            "\"say \"\"hi\"\", 世界\",1,1,0,10,3,2,5,1,0,,1,,\r\n"
            "free,1,1,0,10,3,2,5,1,0,0,0,,\r\n";
        QCOMPARE(usageCsv(UsageKey::Model, lines), expected);
        QLocale::setDefault(QLocale(u"en_US"_s));
    }

    void defusesFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("formula");
        for (const QString &text :
             {u"=1+1"_s, u"+x"_s, u"-x"_s, u"@SUM(A1)"_s, u"\t=1"_s, u" =1"_s, u"＝1"_s, u"\r"_s})
            QTest::newRow(text.toUtf8().toPercentEncoding().constData()) << text << true;
        for (const QString &text : {u""_s, u" "_s, u"gpt-4o"_s, u"a=b"_s, u"1"_s})
            QTest::newRow(text.toUtf8().toPercentEncoding().constData()) << text << false;
    }

    void defusesFormulas()
    {
        QFETCH(QString, text);
        QFETCH(bool, formula);
        QCOMPARE(defused(text), formula ? QString(u'\'' + text) : text);
    }

    void namesKeys_data()
    {
        QTest::addColumn<UsageKey>("by");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("name");
        QTest::newRow("provider") << UsageKey::Provider << u"openai"_s << u"OpenAI"_s;
        QTest::newRow("gone") << UsageKey::Provider << u"old"_s << u"old"_s;
        QTest::newRow("one of two") << UsageKey::Provider << u"b"_s << u"Twin (b)"_s;
        QTest::newRow("no provider") << UsageKey::Provider << QString() << u"No provider"_s;
        QTest::newRow("no model") << UsageKey::Model << QString() << u"No model"_s;
        QTest::newRow("no caller") << UsageKey::Caller << QString() << u"Unknown"_s;
        QTest::newRow("hostile") << UsageKey::Caller << u"a\u202egpj.exe\n\u0007b"_s << u"agpj.exe b"_s;
    }

    void namesKeys()
    {
        QFETCH(UsageKey, by);
        QFETCH(QString, key);
        Config config;
        Provider openai;
        openai.id = u"openai"_s;
        openai.name = u"OpenAI"_s;
        Provider twin;
        twin.id = u"a"_s;
        twin.name = u"Twin"_s;
        Provider other = twin;
        other.id = u"b"_s;
        config.providers = {openai, twin, other};
        QTEST(usageName(by, key, config), "name");
    }
};

QTEST_GUILESS_MAIN(TestUsageTable)
#include "tst_usage_table.moc"
