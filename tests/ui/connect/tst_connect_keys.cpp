// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/credentials/client_key.h"
#include "tests/ui/connect/connect_bench.h"
#include "ui/connect/difference_view.h"
#include "ui/widgets/banner.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace gatehouse {

//! Client keys of applications that are set up: made where one is needed, never left on the screen.
class TestConnectKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needsNoneWithoutClients();
    void makesAClientWhereOneIsNeeded();
    void takesAKeyThatAPersonHas();
    void makesAKeyToCopyAndForgetsIt();
    void forgetsAKeyWhenAnotherAppIsChosen();
    void leavesNoClientBehindAFailure();
    void saysWhyNoKeyWasMade();
    void tellsThatAnOldKeyIsRefused();
    void tellsThatTheLastClientGoes();
    void saysWhenTheClientIsGone();
    void makesNoKeyThatGoesNowhere();
    void keepsAPersonsOwnClient();
    void replacesNoKeyOfAPersonsOwnClient();
    void showsNoKeyOfOthers_data();
    void showsNoKeyOfOthers();

private:
    //! The client key in \a text, which begins as ours do.
    static QByteArray keyIn(const QByteArray &text)
    {
        const qsizetype at = text.indexOf("gh-");
        return at < 0 ? QByteArray() : text.mid(at, text.indexOf('"', at) - at);
    }
};

void TestConnectKeys::needsNoneWithoutClients()
{
    Bench bench;
    QVERIFY(!bench.child<QLineEdit>("connectKey")->isEnabled());
    QVERIFY(!bench.child<QPushButton>("connectMakeKey")->isEnabled());
    bench.choose(u"curl"_s);
    QVERIFY(!bench.shown().contains(u"YOUR-CLIENT-KEY"_s));
}

void TestConnectKeys::makesAClientWhereOneIsNeeded()
{
    Bench bench(true);
    bench.child<QPushButton>("connectSetUp")->click();
    bench.confirm();
    QCOMPARE(bench.rig.draft.config().clients.size(), 2);
    const Client client = bench.rig.draft.config().clients[1];
    QCOMPARE(client.name, u"Claude Code"_s);
    const QByteArray text = contentOf(bench.settings());
    const qsizetype at = text.indexOf("gh-");
    QVERIFY(at > 0);
    const QByteArray key = text.mid(at, text.indexOf('"', at) - at);
    QCOMPARE(clientKeyHash(key), client.keyHash);
    QVERIFY(!bench.shown().contains(QString::fromLatin1(key)));

    bench.child<QPushButton>("connectUndo")->click();
    QVERIFY(!bench.shown().contains(QString::fromLatin1(key)));
    bench.confirm();
    QCOMPARE(bench.rig.draft.config().clients.size(), 1);
    QCOMPARE(contentOf(bench.settings()), Bench::original());
}

void TestConnectKeys::makesAKeyToCopyAndForgetsIt()
{
    Bench bench(true);
    bench.choose(u"curl"_s);
    QVERIFY(bench.shown().contains(u"YOUR-CLIENT-KEY"_s));
    bench.child<QPushButton>("connectMakeKey")->click();
    const QString key = bench.child<QLineEdit>("connectKey")->text();
    QVERIFY(key.startsWith(u"gh-"_s));
    QVERIFY(bench.shown().contains(key));
    QCOMPARE(bench.rig.draft.config().clients.last().keyHash, clientKeyHash(key.toLatin1()));
    bench.page->hide();
    QVERIFY(bench.child<QLineEdit>("connectKey")->text().isEmpty());
    QVERIFY(!bench.shown().contains(key));
}

void TestConnectKeys::leavesNoClientBehindAFailure()
{
    Bench bench(true);
    bench.child<QPushButton>("connectSetUp")->click();
    writeTo(bench.settings(), "{}\n"); // not what was planned for
    bench.confirm();
    QVERIFY(bench.dialog());
    QCOMPARE(bench.rig.draft.config().clients.size(), 1);
}

void TestConnectKeys::takesAKeyThatAPersonHas()
{
    Bench bench(true);
    bench.child<QLineEdit>("connectKey")->setText(u"key-of-my-own"_s);
    bench.click("connectSetUp");
    QVERIFY(!bench.dialog()->findChild<QPlainTextEdit *>()->toPlainText().contains(u"key-of-my-own"_s));
    bench.confirm();
    QVERIFY(contentOf(bench.settings()).contains("key-of-my-own"));
    QCOMPARE(bench.rig.draft.config().clients.size(), 1);
    QVERIFY(!bench.shown().contains(u"key-of-my-own"_s));
    QVERIFY(bench.child<QLineEdit>("connectKey")->text().isEmpty());
}

void TestConnectKeys::forgetsAKeyWhenAnotherAppIsChosen()
{
    Bench bench(true);
    bench.choose(u"curl"_s);
    bench.click("connectMakeKey");
    const QString key = bench.child<QLineEdit>("connectKey")->text();
    QVERIFY(!bench.child<QPushButton>("connectMakeKey")->isEnabled()); // one is enough
    bench.choose(u"opencode"_s);
    QVERIFY(bench.child<QLineEdit>("connectKey")->text().isEmpty());
    QVERIFY(!bench.shown().contains(key));
    bench.choose(u"curl"_s);
    bench.child<QLineEdit>("connectKey")->setEchoMode(QLineEdit::Normal);
    bench.child<QLineEdit>("connectKey")->undo();
    QVERIFY(bench.child<QLineEdit>("connectKey")->text().isEmpty());
}

void TestConnectKeys::saysWhyNoKeyWasMade()
{
    Bench bench(true);
    bench.rig.writeProblem = u"the disk is full"_s;
    bench.click("connectMakeKey");
    QVERIFY(bench.child<QLineEdit>("connectKey")->text().isEmpty());
    bench.click("connectSetUp");
    bench.confirm();
    QVERIFY(bench.said().contains(u"the disk is full"_s));
    QCOMPARE(contentOf(bench.settings()), Bench::original());
}

void TestConnectKeys::tellsThatAnOldKeyIsRefused()
{
    Bench bench(true);
    bench.setUp(u"Claude Code"_s);
    const QByteArray first = keyIn(contentOf(bench.settings()));
    bench.click("connectSetUp");
    QVERIFY(bench.said().contains(u"The old one is refused"_s));
    bench.confirm();
    const QByteArray second = keyIn(contentOf(bench.settings()));
    QVERIFY(!first.isEmpty() && !second.isEmpty() && first != second);
    QCOMPARE(bench.rig.draft.config().clients.size(), 2);
    QCOMPARE(bench.rig.draft.config().clients[1].keyHash, clientKeyHash(second));
}

void TestConnectKeys::tellsThatTheLastClientGoes()
{
    Bench bench(true);
    bench.setUp(u"Claude Code"_s);
    bench.click("connectUndo");
    QVERIFY(!bench.said().contains(u"last client"_s));
    bench.dialog()->reject();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    Config config = bench.rig.draft.config();
    config.clients.removeFirst();
    bench.rig.load(config);
    bench.click("connectUndo");
    QVERIFY(bench.said().contains(u"last client"_s));
    bench.confirm();
    QVERIFY(bench.rig.draft.config().clients.isEmpty());
}

void TestConnectKeys::saysWhenTheClientIsGone()
{
    Bench bench(true);
    bench.child<QPushButton>("connectSetUp")->click();
    bench.confirm();
    QVERIFY(!bench.child<Banner>("staleNote")->isVisible());
    Config next = bench.rig.draft.config();
    next.clients.removeLast();
    QVERIFY(bench.rig.draft.save(next).isEmpty());
    QVERIFY(bench.child<Banner>("staleNote")->isVisible());
    QCOMPARE(bench.child<QLabel>("connectState")->text(), u"Its client key is not taken"_s);
    bench.page->updateStale();
    QVERIFY(bench.dialog());
    bench.confirm();
    QCOMPARE(bench.rig.draft.config().clients.last().name, u"Claude Code"_s);
    QVERIFY(!bench.child<Banner>("staleNote")->isVisible());
}

void TestConnectKeys::makesNoKeyThatGoesNowhere()
{
    Bench bench(true);
    bench.choose(u"Zed"_s);
    bench.child<QPushButton>("connectSetUp")->click();
    bench.confirm();
    QCOMPARE(bench.rig.draft.config().clients.size(), 1);
    QVERIFY(!bench.child<Banner>("staleNote")->isVisible());
}

void TestConnectKeys::keepsAPersonsOwnClient()
{
    Bench bench(true);
    const QByteArray key = newClientKey();
    Config next = bench.rig.draft.config();
    next.clients[0].keyHash = clientKeyHash(key);
    QVERIFY(bench.rig.draft.save(next).isEmpty());
    bench.child<QLineEdit>("connectKey")->setText(QString::fromLatin1(key));
    bench.child<QPushButton>("connectSetUp")->click();
    QVERIFY(!bench.dialog()->findChild<QPlainTextEdit *>()->toPlainText().contains(QString::fromLatin1(key)));
    bench.confirm();
    QVERIFY(contentOf(bench.settings()).contains(key));
    QVERIFY(!bench.child<Banner>("staleNote")->isVisible());
    bench.child<QPushButton>("connectUndo")->click();
    bench.confirm();
    QCOMPARE(bench.rig.draft.config().clients.size(), 1);
}

void TestConnectKeys::replacesNoKeyOfAPersonsOwnClient()
{
    Bench bench(true);
    const QByteArray key = newClientKey();
    Config next = bench.rig.draft.config();
    next.clients[0].keyHash = clientKeyHash(key);
    QVERIFY(bench.rig.draft.save(next).isEmpty());
    bench.child<QLineEdit>("connectKey")->setText(QString::fromLatin1(key));
    bench.click("connectSetUp");
    bench.confirm();
    bench.listenAt(1400);
    bench.page->updateStale(); // nothing remembers the key: it gets one of its own
    bench.confirm();
    const QList<Client> clients = bench.rig.draft.config().clients;
    QCOMPARE(clients.size(), 2);
    QCOMPARE(clients[0].keyHash, clientKeyHash(key));
    QCOMPARE(clients[1].name, u"Claude Code"_s);
    QCOMPARE(clients[1].keyHash, clientKeyHash(keyIn(contentOf(bench.settings()))));
    bench.click("connectUndo");
    bench.confirm();
    QCOMPARE(bench.rig.draft.config().clients.size(), 1);
}

void TestConnectKeys::showsNoKeyOfOthers_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a form that is known")
        << u"\"OTHER\": \"sk-ant-api03-0123456789abcdefghij\""_s << u"\"OTHER\": \"…\""_s;
    QTest::newRow("a name that says so")
        << u"\"ANTHROPIC_AUTH_TOKEN\": \"plain old\","_s << u"\"ANTHROPIC_AUTH_TOKEN\": \"…\","_s;
    QTest::newRow("a quote in it") << u"\"token\": \"a\\\"b\"}"_s << u"\"token\": \"…\"}"_s;
    QTest::newRow("no quotes") << u"OPENAI_API_KEY=hunter2"_s << u"OPENAI_API_KEY=…"_s;
    QTest::newRow("YAML") << u"openai-api-key: hunter2 # mine"_s << u"openai-api-key: … # mine"_s;
    QTest::newRow("TOML") << u"api_key = 'hunter2'"_s << u"api_key = '…'"_s;
    QTest::newRow("the placeholder") << u"\"ANTHROPIC_AUTH_TOKEN\": \"gatehouse\""_s
                                     << u"\"ANTHROPIC_AUTH_TOKEN\": \"gatehouse\""_s;
    QTest::newRow("empty") << u"\"apiKey\": \"\", \"a\": 1"_s << u"\"apiKey\": \"\", \"a\": 1"_s;
    QTest::newRow("a number of tokens") << u"\"max_tokens\": 4096"_s << u"\"max_tokens\": 4096"_s;
    QTest::newRow("the name of a variable")
        << u"env_key = \"GATEHOUSE_API_KEY\""_s << u"env_key = \"GATEHOUSE_API_KEY\""_s;
    QTest::newRow("an object") << u"\"token\": {\"a\": 1}"_s << u"\"token\": {\"a\": 1}"_s;
}

void TestConnectKeys::showsNoKeyOfOthers()
{
    QFETCH(QString, line);
    QFETCH(QString, shown);
    DifferenceView view;
    view.show({u"/a"_s, line.toUtf8(), QByteArray()}, {});
    QVERIFY2(view.toPlainText().contains(shown), qPrintable(view.toPlainText()));
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TestConnectKeys)
#include "tst_connect_keys.moc"
