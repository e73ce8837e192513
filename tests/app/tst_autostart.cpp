// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/autostart.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! Starting at log-in, by the desktop's own entry.
class TestAutostart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comesAndGoes();
    void quotesItsArguments();
    void respectsAnEntryThatIsSwitchedOff();
    void saysWhatFailed();

private:
    QString entry() const { return m_config->filePath(u"autostart/gatehouse.desktop"_s); }
    QByteArray text() const
    {
        QFile file(entry());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_config;
};

void TestAutostart::init()
{
    m_config = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_config->path().toLocal8Bit());
}

void TestAutostart::comesAndGoes()
{
    QVERIFY(!startsAtLogin());
    QCOMPARE(setStartsAtLogin(true, {}), QString());
    QVERIFY(startsAtLogin());
    const QByteArray line = "Exec=\"" + QCoreApplication::applicationFilePath().toUtf8() + "\" --hidden\n";
    QVERIFY(text().contains(line));
    QCOMPARE(setStartsAtLogin(false, {}), QString());
    QVERIFY(!startsAtLogin());
    QVERIFY(!QFileInfo::exists(entry()));
    QCOMPARE(setStartsAtLogin(false, {}), QString());
}

void TestAutostart::quotesItsArguments()
{
    QCOMPARE(setStartsAtLogin(true, {u"--config"_s, uR"(/home/a b/$x%"`\.json)"_s}), QString());
    QVERIFY2(text().contains(R"(--hidden "--config" "/home/a b/\\$x%%\\"\\`\\\\.json")"), text().constData());
}

void TestAutostart::respectsAnEntryThatIsSwitchedOff()
{
    QCOMPARE(setStartsAtLogin(true, {}), QString());
    QFile file(entry());
    QVERIFY(file.open(QIODevice::Append));
    file.write("Hidden=true\n"); // as desktops' own settings do
    file.close();
    QVERIFY(!startsAtLogin());
    QCOMPARE(setStartsAtLogin(true, {}), QString());
    QVERIFY(startsAtLogin());
}

void TestAutostart::saysWhatFailed()
{
    QFile blocker(m_config->filePath(u"autostart"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    QVERIFY(setStartsAtLogin(true, {}).contains(u"cannot be written"_s));
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
