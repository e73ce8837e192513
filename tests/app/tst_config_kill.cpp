// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

//! A configuration that says itself how long it is.
QByteArray textOf(int number)
{
    return "{\"version\": 1, \"number\": " + QByteArray::number(number) + ", \"filler\": \"" +
           QByteArray(number * 997 % 100'000, 'x') + "\"}\n";
}

//! The child: saves one configuration after the other.
int saveForEver(const QString &path)
{
    const Paths paths = pathsFor({.configPath = path});
    for (int number = 1;; ++number) {
        if (!writeConfigFile(paths, textOf(number)).isEmpty())
            return 1;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

} // namespace

//! A program that is killed while it saves leaves the old configuration or the new one, never a mixture.
class TestConfigKill final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHundredTimes()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"config.json"_s);
        QRandomGenerator random(3);
        for (int round = 0; round < 100; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--save-for-ever"_s, path});
            QVERIFY(child.waitForReadyRead(20'000));
            QThread::usleep(random.bounded(3'000)); // somewhere within a save
            child.kill();
            QVERIFY(child.waitForFinished());
            const QByteArrayList said = child.readAllStandardOutput().split('\n');
            const int saved = said[said.size() - 2].toInt();

            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            const int found = QJsonDocument::fromJson(text)["number"_L1].toInt();
            QVERIFY2(found == saved || found == saved + 1, qPrintable(u"%1, %2"_s.arg(found).arg(saved)));
            QVERIFY(text == textOf(found));
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--save-for-ever"_s)
        return saveForEver(arguments.value(2));
    TestConfigKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_config_kill.moc"
