// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/self_test/gateway_self_tester.h"
#include "ui/self_test/self_test_dialog.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! The dialog before a real gateway, whose built-in provider answers.
class TestGatewaySelfTester final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOutWhatTheDemoCanDo()
    {
        UiRig rig;
        Provider demo;
        demo.id = u"demo"_s;
        demo.name = u"Demo"_s;
        demo.baseUrl = u"demo:"_s;
        demo.models = {{u"echo"_s}};
        Config config;
        config.providers = {demo};
        rig.load(config);
        rig.gateway.apply(config, {});

        GatewaySelfTester tester(rig.gateway);
        SelfTestDialog dialog(rig.context, tester, u"demo"_s);
        dialog.show();
        QSignalSpy finished(&rig.gateway, &Gateway::selfTested);
        dialog.findChild<QPushButton *>(u"selfTestRun"_s)->click();
        QVERIFY(finished.wait(20'000));
        const CapabilitySheet sheet = finished[0][1].value<CapabilitySheet>();
        QCOMPARE(sheet.results.size(), 10);
        QCOMPARE(sheet.results[Feature::Text].verdict, FeatureResult::Works);
        QCOMPARE(sheet.results[Feature::Stream].verdict, FeatureResult::Works);
        QCOMPARE(sheet.results[Feature::Image].verdict, FeatureResult::Fails);
        QCOMPARE(dialog.findChild<QLabel *>(u"state%1"_s.arg(int(Feature::Text)))->text(), u"Works"_s);
        QCOMPARE(tester.sheets().size(), 1);
    }
};

QTEST_MAIN(TestGatewaySelfTester)
#include "tst_gateway_self_tester.moc"
