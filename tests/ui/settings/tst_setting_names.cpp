// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_names.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What is said of a setting that cannot be saved.
class TestSettingNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheSetting_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::newRow("address") << u"/listener/host"_s << u"Address: is wrong"_s;
        QTest::newRow("port") << u"/listener/port"_s << u"Port: is wrong"_s;
        QTest::newRow("origin") << u"/listener/allowedOrigins/3"_s << u"Web origin: is wrong"_s;
        QTest::newRow("host name") << u"/listener/allowedHosts/0"_s << u"Host name: is wrong"_s;
        QTest::newRow("body") << u"/listener/maxBodyBytes"_s << u"Largest request: is wrong"_s;
        QTest::newRow("connections") << u"/listener/maxConnections"_s << u"Connections at once: is wrong"_s;
        QTest::newRow("health") << u"/health/intervalSeconds"_s << u"Check providers every: is wrong"_s;
        QTest::newRow("cooldown") << u"/cooldown/maxSeconds"_s << u"Longest break: is wrong"_s;
        QTest::newRow("days") << u"/usage/keepDays"_s << u"Keep usage for: is wrong"_s;
        QTest::newRow("day") << u"/budget/dailyUsd"_s << u"US dollars a day: is wrong"_s;
        QTest::newRow("month") << u"/budget/monthlyUsd"_s << u"US dollars a month: is wrong"_s;
        QTest::newRow("webhook") << u"/alerts/webhookUrl"_s << u"Webhook: is wrong"_s;
        QTest::newRow("error rate") << u"/alerts/errorRatePercent"_s
                                    << u"Tell when a provider fails: is wrong"_s;
        QTest::newRow("elsewhere") << u"/providers/2/baseUrl"_s << u"/providers/2/baseUrl: is wrong"_s;
        QTest::newRow("the file") << QString() << u"is wrong"_s;
    }
    void namesTheSetting()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, text);
        QCOMPARE(settingProblems({{path, u"is wrong"_s}}), text);
    }

    void keepsQuietAboutWarnings()
    {
        QCOMPARE(settingProblems({{u"/listener/port"_s, u"is odd"_s, true}}), QString());
    }

    void takesTextAsItIs()
    {
        QCOMPARE(settingProblems({{u"/listener/host"_s, u"%1 <b>%2"_s}, {{}, u"disk full"_s}}),
                 u"Address: %1 <b>%2\ndisk full"_s);
    }
};

QTEST_MAIN(TestSettingNames)
#include "tst_setting_names.moc"
