// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"
#include "connect/app.h"
#include "tests/ui/support/ui_rig.h"
#include "tests/ui/tray/tray_bench.h"
#include "ui/gateway_words.h"
#include "ui/main_window.h"
#include "ui/side_bar.h"
#include "ui/tray/tray_icon.h"
#include "ui/tray/tray_menu.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

QString firstPage(const UiRig &rig)
{
    const MainWindow window(rig.context);
    return window.findChild<SideBar *>()->item(0)->text();
}

} // namespace

//! The language is chosen, and spoken.
class TestLanguage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void picksWhatCanBeRead_data();
    void picksWhatCanBeRead();
    void speaksInWindowAndTray();
    void numbersGoWithTheText();
    void pluralsOfEnglish_data();
    void pluralsOfEnglish();
    void translatesTheGateway_data();
    void translatesTheGateway();
    void tellsWhyAnAppCannotBeConnected();
};

void TestLanguage::init()
{
    QLocale::setDefault(QLocale::c());
}

void TestLanguage::picksWhatCanBeRead_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("language");
    QTest::addRow("China") << QStringList{u"zh-CN"_s, u"zh"_s} << u"zh_CN"_s;
    QTest::addRow("script") << QStringList{u"zh-Hans-SG"_s} << u"zh_CN"_s;
    QTest::addRow("code of the preferences") << QStringList{u"zh_CN"_s} << u"zh_CN"_s;
    QTest::addRow("Taiwan reads another script") << QStringList{u"zh-TW"_s, u"zh-Hant-TW"_s} << u"en"_s;
    QTest::addRow("second choice") << QStringList{u"fr-FR"_s, u"zh-CN"_s} << u"zh_CN"_s;
    QTest::addRow("English before it") << QStringList{u"en-GB"_s, u"zh-CN"_s} << u"en"_s;
    QTest::addRow("none that we have") << QStringList{u"fr-FR"_s} << u"en"_s;
    QTest::addRow("nonsense") << QStringList{u"../../etc/passwd"_s, QString()} << u"en"_s;
    QTest::addRow("nothing") << QStringList{} << u"en"_s;
}

void TestLanguage::picksWhatCanBeRead()
{
    QFETCH(const QStringList, wanted);
    QFETCH(const QString, language);
    QCOMPARE(languageFor(wanted, {u"en"_s, u"zh_CN"_s}), language);
}

void TestLanguage::speaksInWindowAndTray()
{
    UiRig rig;
    auto host = std::make_unique<FakeTrayHost>();
    host->set(true);
    TrayIcon tray(rig.context, std::move(host), std::make_unique<FakeScheme>(), nullptr);
    tray.show();
    SpokenLanguage language;
    QVERIFY(language.speak(u"en"_s));
    QVERIFY(!language.speak(u"en"_s)); // it is spoken already
    QCOMPARE(firstPage(rig), u"Overview"_s);
    QCOMPARE(tray.toolTip(), u"Gatehouse: Stopped"_s);

    QVERIFY(language.speak(u"zh_CN"_s));
    QCOMPARE(language.spoken(), u"zh_CN"_s);
    tray.retranslate();
    QCOMPARE(firstPage(rig), u"概览"_s);
    QCOMPARE(tray.toolTip(), u"Gatehouse：已停止"_s);
    QCOMPARE(tray.menu()->findChild<QAction *>(u"quit"_s)->text(), u"退出(&Q)"_s);

    QVERIFY(language.speak(u"en"_s));
    tray.retranslate();
    QCOMPARE(firstPage(rig), u"Overview"_s);
    QCOMPARE(tray.menu()->findChild<QAction *>(u"quit"_s)->text(), u"&Quit"_s);
}

void TestLanguage::numbersGoWithTheText()
{
    SpokenLanguage language;
    language.speak(u"zh_CN"_s);
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    language.speak(u"en"_s);
    QCOMPARE(QLocale().language(), QLocale::English);
}

void TestLanguage::pluralsOfEnglish_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("text");
    QTest::addRow("one") << u"en"_s << 1 << u"And 1 more key in the file."_s;
    QTest::addRow("some") << u"en"_s << 3 << u"And 3 more keys in the file."_s;
    QTest::addRow("Chinese") << u"zh_CN"_s << 1 << u"文件中另有 1 个密钥。"_s;
}

void TestLanguage::pluralsOfEnglish()
{
    QFETCH(const QString, code);
    QFETCH(const int, number);
    SpokenLanguage language;
    language.speak(code);
    QTEST(QCoreApplication::translate("gatehouse::KeyField", "And %n more key(s) in the file.", nullptr,
                                      number),
          "text");
}

void TestLanguage::translatesTheGateway_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("text");
    QTest::addRow("whole") << u"there is no keychain here"_s << u"这里没有钥匙串"_s;
    QTest::addRow("with names") << u"The provider 'a b' refuses the key (HTTP 401)."_s
                                << u"服务商“a b”拒绝了密钥（HTTP 401）。"_s;
    QTest::addRow("within each other")
        << u"No key for the provider 'x': the environment variable X is not set."_s
        << u"服务商“x”没有密钥：环境变量 X 未设置。"_s;
    QTest::addRow("a name like a place")
        << u"The provider '%2' cannot be reached: timed out."_s << u"无法连接服务商“%2”：timed out。"_s;
    QTest::addRow("a cut-off end") << u"The provider 'x' refuses"_s << u"The provider 'x' refuses"_s;
    QTest::addRow("something else") << u"Connection reset by peer"_s << u"Connection reset by peer"_s;
    QTest::addRow("nothing") << QString() << QString();
    const QString endless(100'000, u'(');
    QTest::addRow("endless") << endless << endless;
}

void TestLanguage::translatesTheGateway()
{
    QFETCH(const QString, said);
    QCOMPARE(gatewayWords(said), said);
    SpokenLanguage language;
    language.speak(u"zh_CN"_s);
    QTEST(gatewayWords(said), "text");
}

void TestLanguage::tellsWhyAnAppCannotBeConnected()
{
    SpokenLanguage language;
    language.speak(u"zh_CN"_s);
    for (const ConnectableApp &app : connectableApps()) {
        if (app.why.isEmpty())
            continue;
        const QByteArray source = app.why.toUtf8();
        const QString text = QCoreApplication::translate("gatehouse::ConnectableApp", source.constData());
        QVERIFY2(text != app.why, qPrintable(app.id));
    }
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
