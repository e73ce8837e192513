// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/settings/limits_card.h"

#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! The numbers that hardly anyone changes.
class TestLimitsCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesEachNumber()
    {
        UiRig rig;
        LimitsCard card(rig.context);
        const auto set = [&card](const QString &name, int value) {
            card.findChild<QSpinBox *>(name)->setValue(value);
        };
        set(u"maxBody"_s, 8);
        set(u"maxConnections"_s, 10);
        set(u"healthInterval"_s, 0);
        set(u"cooldownMax"_s, 30);
        set(u"keepDays"_s, 7);
        QTest::mouseClick(card.findChild<QPushButton *>(u"apply"_s), Qt::LeftButton);
        Config expected;
        expected.listener.maxBodyBytes = 8 * 1024 * 1024;
        expected.listener.maxConnections = 10;
        expected.healthInterval = std::chrono::seconds(0);
        expected.cooldownMax = std::chrono::seconds(30);
        expected.usageKeepDays = 7;
        QCOMPARE(rig.saved.size(), 1);
        QVERIFY(rig.saved[0] == expected);
    }

    void keepsBytesThatItCannotShow_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<int>("shown");
        QTest::newRow("one") << qint64(1) << 1;
        QTest::newRow("a MiB") << qint64(1024 * 1024) << 1;
        QTest::newRow("a little more") << qint64(1024 * 1024 + 1) << 2;
        QTest::newRow("the most") << qint64(1024) * 1024 * 1024 << 1024;
    }
    void keepsBytesThatItCannotShow()
    {
        QFETCH(const qint64, bytes);
        QFETCH(const int, shown);
        UiRig rig;
        Config config;
        config.listener.maxBodyBytes = bytes;
        rig.load(config);
        LimitsCard card(rig.context);
        QCOMPARE(card.findChild<QSpinBox *>(u"maxBody"_s)->value(), shown);
        QVERIFY(!card.isEdited());
        card.findChild<QSpinBox *>(u"keepDays"_s)->setValue(1);
        QTest::mouseClick(card.findChild<QPushButton *>(u"apply"_s), Qt::LeftButton);
        QCOMPARE(rig.saved.size(), 1);
        QCOMPARE(rig.saved[0].listener.maxBodyBytes, bytes);
    }
};

QTEST_MAIN(TestLimitsCard)
#include "tst_limits_card.moc"
