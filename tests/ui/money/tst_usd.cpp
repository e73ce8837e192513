// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/money/usd.h"
#include "ui/money/usd_field.h"

#include <QLocale>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestUsd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void tellsAmounts_data()
    {
        QTest::addColumn<double>("usd");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << 0.0 << u"$0.00"_s;
        QTest::newRow("hardly anything") << 0.00001 << u"<$0.0001"_s;
        QTest::newRow("a part of a cent") << 0.0042 << u"$0.0042"_s;
        QTest::newRow("a cent and a bit") << 0.0123 << u"$0.0123"_s;
        QTest::newRow("ten cents") << 0.1 << u"$0.10"_s;
        QTest::newRow("some dollars") << 3.409 << u"$3.41"_s;
        QTest::newRow("many") << 12345.6 << u"$12345.60"_s;
    }
    void tellsAmounts()
    {
        QFETCH(const double, usd);
        QFETCH(const QString, text);
        QCOMPARE(usdText(usd), text);
    }

    void followsTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(usdText(1234.5), u"$1.234,50"_s);
    }

    void keepsWhatWasGiven_data()
    {
        QTest::addColumn<double>("usd");
        QTest::addColumn<bool>("limited");
        QTest::newRow("none") << 0.0 << false;
        QTest::newRow("cents") << 5.25 << true;
        QTest::newRow("less than a cent") << 0.004 << true;
        QTest::newRow("many digits") << 1.0 / 3 << true;
        QTest::newRow("less than can be shown") << 1e-9 << false;
        QTest::newRow("more than fits") << 1e12 << true;
    }
    void keepsWhatWasGiven()
    {
        QFETCH(const double, usd);
        QFETCH(const bool, limited);
        UsdField field;
        field.setUsd(usd);
        QCOMPARE(field.usd(), usd);
        QCOMPARE(field.text() != u"No limit"_s, limited);
        field.setValue(7);
        QCOMPARE(field.usd(), 7.0);
    }

    void takesWhatIsTyped()
    {
        UsdField field;
        field.show();
        field.setUsd(0);
        field.selectAll();
        QTest::keyClicks(&field, u"12.50"_s);
        QTest::keyClick(&field, Qt::Key_Tab);
        QCOMPARE(field.usd(), 12.5);
        QCOMPARE(field.text(), u"$12.50"_s);
    }
};

QTEST_MAIN(TestUsd)
#include "tst_usd.moc"
