// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/providers/key_bench.h"
#include "tests/ui/support/answer_box.h"

#include <QClipboard>
#include <QSignalSpy>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! The key of a provider: typed, stored, or from the environment, and every way from one to another.
class TestProviderKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOffAtFirst()
    {
        DialogBench bench({}, "OPENAI_API_KEY=sk-from-env");
        bench.add();
        bench.choose(u"openai"_s);
        QVERIFY(!bench.find<QCheckBox>("manualKey")->isChecked());
        QVERIFY(!bench.find<QLineEdit>("key")->isEnabled());
        QVERIFY(!bench.find<QPushButton>("revealKey")->isEnabled());
        QCOMPARE(bench.read("key"), QString());
        QCOMPARE(bench.label("keyText"), u"The key is taken from ${OPENAI_API_KEY}, which is set now."_s);
        bench.save();
        QCOMPARE(bench.saved().apiKeys, QStringList{u"${OPENAI_API_KEY}"_s});
        QCOMPARE(bench.rig.secrets.writes, 0);
    }

    void saysWhetherTheVariableIsSet()
    {
        DialogBench bench;
        bench.add();
        bench.choose(u"openai"_s);
        QVERIFY(bench.label("keyText").contains(u"${OPENAI_API_KEY}, which is not set now"_s));
        bench.rig.load({}, "OPENAI_API_KEY=sk-1"); // the .env file was written meanwhile
        QVERIFY(bench.label("keyText").contains(u"which is set now"_s));
    }

    void needsNoneWhereItIsOptional()
    {
        DialogBench bench;
        bench.add();
        bench.choose(u"ollama"_s);
        QVERIFY(bench.label("keyText").startsWith(u"No key is sent"_s));
        bench.save();
        QCOMPARE(bench.saved().apiKeys, QStringList());
    }

    void isWritableWhileOn()
    {
        DialogBench bench;
        bench.add();
        bench.choose(u"openai"_s);
        bench.tick("manualKey", true);
        auto *field = bench.find<QLineEdit>("key");
        QVERIFY(field->isEnabled());
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QVERIFY(!field->completer());
        QVERIFY(!field->dragEnabled());
        QVERIFY(field->inputMethodHints().testFlag(Qt::ImhSensitiveData));
        QVERIFY(field->inputMethodHints().testFlag(Qt::ImhNoPredictiveText));
        QTRY_COMPARE(bench.label("keyText"), u"It will be kept in Test keychain, never in a file."_s);
        bench.write("key", typedKey);
        bench.press("revealKey");
        QCOMPARE(field->echoMode(), QLineEdit::Normal);
        QVERIFY(field->inputMethodHints().testFlag(Qt::ImhSensitiveData));
    }

    void isEmptiedAndDisabledWhenOffAgain()
    {
        DialogBench bench;
        bench.add();
        bench.choose(u"openai"_s);
        bench.tick("manualKey", true);
        bench.write("key", typedKey);
        bench.press("revealKey");
        bench.tick("manualKey", false);
        auto *field = bench.find<QLineEdit>("key");
        QVERIFY(!field->isEnabled());
        QCOMPARE(field->text(), QString());
        QVERIFY(bench.label("keyText").contains(u"${OPENAI_API_KEY}"_s));
        bench.tick("manualKey", true);
        QCOMPARE(field->text(), QString());
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QVERIFY(!bench.find<QPushButton>("revealKey")->isChecked());
        bench.tick("manualKey", false);
        bench.save();
        QCOMPARE(bench.saved().apiKeys, QStringList{u"${OPENAI_API_KEY}"_s});
        QCOMPARE(bench.rig.secrets.writes, 0);
    }

    //! Neither undo nor the clipboard brings a key back.
    void leavesNoCopies()
    {
        DialogBench bench;
        bench.add();
        bench.choose(u"openai"_s);
        bench.tick("manualKey", true);
        bench.write("key", typedKey);
        bench.press("revealKey");
        auto *field = bench.find<QLineEdit>("key");
        QGuiApplication::clipboard()->setText(u"before"_s);
        field->selectAll();
        QTest::keySequence(field, QKeySequence::Copy);
        QTest::keySequence(field, QKeySequence::Cut);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
        QCOMPARE(field->text(), QString(typedKey));
        field->clear();
        QTest::keySequence(field, QKeySequence::Undo);
        QCOMPARE(field->text(), QString());
    }

    void storesATypedKeyFirst()
    {
        DialogBench bench;
        bench.add();
        bench.choose(u"openai"_s);
        bench.tick("manualKey", true);
        bench.write("key", typedKey);
        QSignalSpy saved(bench.dialog.get(), &ProviderDialog::saved);
        bench.save();
        QVERIFY(bench.rig.saved.isEmpty()); // the keychain has not answered yet
        QVERIFY(!bench.find<QPushButton>("save")->isEnabled());
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(bench.rig.secrets.entries.value(storedEntry), QByteArray("sk-typed-0123456789"));
        QCOMPARE(bench.saved().apiKeys, QStringList{storedReference});
        QVERIFY(!bench.dialog->isVisible());
        QCOMPARE(bench.read("key"), QString()); // wiped
    }

    //! Neither a provider nor its key is there afterwards.
    void leavesNoKeyBehindWhenGivenUp()
    {
        DialogBench bench;
        bench.add();
        bench.choose(u"openai"_s);
        bench.tick("manualKey", true);
        bench.write("key", typedKey);
        bench.save();
        QTRY_COMPARE(bench.rig.secrets.writes, 1); // and not answered
        bench.giveUp();
        QVERIFY(!bench.dialog->isVisible());
        QTRY_COMPARE(bench.rig.secrets.removals, 1);
        QTRY_VERIFY(bench.rig.secrets.entries.isEmpty());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    //! It was stored, and then the provider could not be: what was there before stays.
    void leavesNoKeyBehindWhenItCannotBeSaved_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("new") << false;
        QTest::newRow("was there") << true;
    }

    void leavesNoKeyBehindWhenItCannotBeSaved()
    {
        QFETCH(bool, before);
        DialogBench bench;
        bench.rig.writeProblem = u"the file cannot be written"_s;
        if (before)
            bench.rig.secrets.entries.insert(storedEntry, "sk-old");
        bench.add();
        bench.choose(u"openai"_s);
        bench.tick("manualKey", true);
        bench.write("key", typedKey);
        bench.save();
        QTRY_VERIFY(bench.message().contains(u"the file cannot be written"_s));
        bench.write("id", u"other"_s); // goes with another entry
        bench.save();
        QTRY_COMPARE(bench.rig.secrets.writes, 2);
        QTRY_VERIFY(bench.find<QPushButton>("save")->isEnabled());
        bench.giveUp();
        QVERIFY(!bench.dialog->isVisible());
        QTRY_COMPARE(bench.rig.secrets.entries.keys(), before ? QStringList{storedEntry} : QStringList());
    }

    //! Only the entry that is referred to in the end.
    void leavesNoKeyOfAnEarlierTry()
    {
        DialogBench bench;
        bench.rig.writeProblem = u"the file cannot be written"_s;
        bench.add();
        bench.choose(u"openai"_s);
        bench.tick("manualKey", true);
        bench.write("key", typedKey);
        bench.save();
        QTRY_VERIFY(bench.message().contains(bench.rig.writeProblem));
        bench.rig.writeProblem.clear();
        bench.write("id", u"other"_s);
        bench.save();
        QTRY_COMPARE(bench.rig.saved.size(), 1);
        QTRY_COMPARE(bench.rig.secrets.entries.keys(), QStringList{u"other@api.openai.com"_s});
    }

    void asksAgainWhenTheFileChangesWhileItIsStored()
    {
        DialogBench bench(configWith({storedReference}));
        bench.edit(u"openai"_s);
        bench.press("replaceKey");
        bench.write("key", typedKey);
        bench.write("name", u"Mine"_s);
        bench.save();
        Config changed = configWith({storedReference});
        changed.providers[0].name = u"Theirs"_s;
        bench.rig.load(changed);
        const auto asked = answerBox(u"Go on editing"_s);
        QTRY_VERIFY(!asked->isEmpty());
        QTRY_VERIFY(bench.find<QPushButton>("save")->isEnabled());
        QVERIFY(bench.dialog->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void namesTheEntryAfterIdAndPort()
    {
        DialogBench bench;
        bench.add();
        bench.choose({});
        bench.write("name", u"My box"_s);
        bench.write("baseUrl", u"http://192.168.1.20:8000/v1"_s);
        bench.tick("manualKey", true);
        bench.write("key", typedKey);
        bench.save();
        QTRY_COMPARE(bench.rig.saved.size(), 1);
        QCOMPARE(bench.saved().apiKeys, QStringList{u"keychain:my-box@192.168.1.20:8000"_s});
        QVERIFY(bench.rig.secrets.entries.contains(u"my-box@192.168.1.20:8000"_s));
    }

    void staysOpenWhenTheStoreFails_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("locked") << int(SecretStore::Answer::Locked);
        QTest::newRow("missing") << int(SecretStore::Answer::Unavailable);
    }

    void staysOpenWhenTheStoreFails()
    {
        QFETCH(int, state);
        DialogBench bench;
        bench.rig.secrets.state = SecretStore::Answer::State(state);
        bench.add();
        bench.choose(u"openai"_s);
        bench.tick("manualKey", true);
        bench.write("key", typedKey);
        bench.save();
        QTRY_VERIFY(!bench.note("keyNote").isEmpty());
        QVERIFY(bench.note("keyNote").contains(u"the test keychain does not open"_s));
        QVERIFY(bench.dialog->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
        QCOMPARE(bench.read("key"), QString(typedKey)); // nothing to be typed again

        bench.rig.secrets.state = SecretStore::Answer::Found; // unlocked
        bench.save();
        QTRY_COMPARE(bench.rig.saved.size(), 1);
        QCOMPARE(bench.rig.secrets.entries.size(), 1);
    }

    void keepsItForTheSessionWhereThereIsNoKeychain()
    {
        DialogBench bench;
        bench.rig.secrets.state = SecretStore::Answer::Unavailable;
        bench.add();
        bench.choose(u"openai"_s);
        bench.tick("manualKey", true);
        QTRY_VERIFY(bench.find<QCheckBox>("sessionKey")->isVisible());
        QVERIFY(bench.label("keyText").startsWith(u"There is no keychain here"_s));
        QVERIFY(!bench.find<QCheckBox>("sessionKey")->isChecked()); // never silently
        bench.write("key", typedKey);
        bench.tick("sessionKey", true);
        bench.save();
        QCOMPARE(bench.rig.secrets.session.value(storedEntry), QByteArray("sk-typed-0123456789"));
        QVERIFY(bench.rig.secrets.entries.isEmpty());
        QCOMPARE(bench.saved().apiKeys, QStringList{storedReference});

        bench.edit(u"openai"_s);
        QVERIFY(bench.label("storedText").startsWith(u"Kept for this session only"_s));
    }

    void offersNoSessionKeyWhereThereIsAKeychain()
    {
        DialogBench bench;
        bench.rig.secrets.state = SecretStore::Answer::Locked;
        bench.add();
        bench.choose(u"openai"_s);
        bench.tick("manualKey", true);
        QTRY_VERIFY(bench.label("keyText").startsWith(u"Locked"_s));
        QVERIFY(!bench.find<QCheckBox>("sessionKey")->isVisible());
        bench.rig.secrets.state = SecretStore::Answer::Found;
        bench.press("askKeychain");
        QTRY_VERIFY(bench.label("keyText").startsWith(u"It will be kept in"_s));
    }
};

QTEST_MAIN(TestProviderKey)
#include "tst_provider_key.moc"
