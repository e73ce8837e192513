// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/overview/try_it.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! The command to try the gateway with.
class TestTryIt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOneLine()
    {
        QCOMPARE(curlLine(u"http://127.0.0.1:1337"_s, u"demo/echo"_s, false),
                 u"curl http://127.0.0.1:1337/v1/chat/completions -H \"Content-Type: application/json\" -d "
                 "'{\"messages\":[{\"content\":\"Hello\",\"role\":\"user\"}],\"model\":\"demo/echo\"}'"_s);
        QVERIFY(curlLine(u"http://x"_s, u"m"_s, true)
                    .contains(u" -H \"Authorization: Bearer YOUR_CLIENT_KEY\" "_s));
    }

    //! A model's name comes from a file that anyone may have written.
    void staysOneWord_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("plain") << u"gpt-4o"_s;
        QTest::newRow("quote") << u"a'; touch /tmp/x; echo '"_s;
        QTest::newRow("double quote") << u"a\"b"_s;
        QTest::newRow("substitution") << u"$(id)`id`${HOME}"_s;
        QTest::newRow("backslash") << u"a\\'b\\"_s;
        QTest::newRow("line break") << u"a\nb"_s;
        QTest::newRow("other scripts") << u"模型-é"_s;
    }

    void staysOneWord()
    {
        QFETCH(QString, model);
        const QString shell = QStandardPaths::findExecutable(u"sh"_s);
        if (shell.isEmpty())
            QSKIP("needs a POSIX shell");
        QString line = curlLine(u"http://127.0.0.1:1"_s, model, true);
        QVERIFY(!line.contains(u'\n'));
        line.replace(0, 4, u"printf '%s\\n'"_s); // shows its words instead of sending them
        QProcess process;
        process.start(shell, {u"-c"_s, line});
        QVERIFY(process.waitForFinished());
        const QByteArrayList words = process.readAllStandardOutput().split('\n');
        QCOMPARE(words.size(), 8); // the seven words, and what follows the last line break
        QCOMPARE(QJsonDocument::fromJson(words[6]).object().value(u"model"_s).toString(), model);
    }

    void takesAModelThatIsServed()
    {
        Config config;
        LiveStatus status;
        QCOMPARE(modelToTry(config, status), QString());
        config.providers = {someProvider(u"a"_s, u"A"_s), someProvider(u"b"_s, u"B"_s)};
        config.providers[0].enabled = false;
        QCOMPARE(modelToTry(config, status), u"b-large"_s);
        GatewayStatus now;
        now.providers = {{u"demo"_s}};
        status.setStatus(now);
        QCOMPARE(modelToTry(config, status), u"demo/echo"_s);
    }

    void buildsAddresses_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("url");
        QTest::newRow("loopback") << u"127.0.0.1"_s << u"http://127.0.0.1:1338"_s;
        QTest::newRow("name") << u"localhost"_s << u"http://localhost:1338"_s;
        QTest::newRow("all") << u"0.0.0.0"_s << u"http://127.0.0.1:1338"_s;
        QTest::newRow("IPv6") << u"::1"_s << u"http://[::1]:1338"_s;
    }

    void buildsAddresses()
    {
        QFETCH(QString, host);
        QFETCH(QString, url);
        QCOMPARE(baseUrlAt(host, 1338), url);
    }
};

QTEST_MAIN(TestTryIt)
#include "tst_try_it.moc"
