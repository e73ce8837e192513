// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/providers/key_bench.h"
#include "tests/ui/support/answer_box.h"

#include <QClipboard>
#include <QSignalSpy>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! A key that is stored already: replaced, removed, shared, or out of reach.
class TestStoredKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoKey_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("blanks") << u"Bearer sk-1"_s;
        QTest::newRow("too long") << QString(2001, u'k');
    }

    void refusesWhatIsNoKey()
    {
        QFETCH(QString, typed);
        DialogBench bench;
        bench.add();
        bench.choose(u"openai"_s);
        bench.tick("manualKey", true);
        bench.find<QLineEdit>("key")->setText(typed);
        bench.save();
        QVERIFY(!bench.note("keyNote").isEmpty());
        QVERIFY(bench.dialog->isVisible());
        QCOMPARE(bench.rig.secrets.writes, 0);
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void storesNothingForWhatCannotBeSaved()
    {
        DialogBench bench;
        bench.add();
        bench.choose(u"openai"_s);
        bench.write("baseUrl", u"http://api.openai.com/v1"_s);
        bench.tick("manualKey", true);
        bench.write("key", typedKey);
        bench.save();
        QVERIFY(bench.note("baseUrlNote").contains(u"https"_s));
        QCOMPARE(bench.rig.secrets.writes, 0);
    }

    void neverShowsAStoredKey()
    {
        DialogBench bench(configWith({storedReference}));
        bench.rig.secrets.entries.insert(storedEntry, "sk-old");
        bench.edit(u"openai"_s);
        QTRY_COMPARE(bench.label("storedText"), u"Stored in Test keychain."_s);
        QVERIFY(!bench.find<QCheckBox>("manualKey")->isVisible());
        QCOMPARE(bench.read("key"), QString());
        bench.write("name", u"Mine"_s);
        bench.save();
        QCOMPARE(bench.saved().apiKeys, QStringList{storedReference});
        QCOMPARE(bench.rig.secrets.writes + bench.rig.secrets.removals, 0);
    }

    void replacesAStoredKey()
    {
        DialogBench bench(configWith({storedReference, u"${SECOND}"_s}));
        bench.rig.secrets.entries.insert(storedEntry, "sk-old");
        bench.edit(u"openai"_s);
        QVERIFY(bench.label("keyNotice").contains(u"And 1 more key(s) in the file."_s));
        bench.press("replaceKey");
        QVERIFY(bench.find<QCheckBox>("manualKey")->isChecked());
        bench.press("keepKey");
        QVERIFY(bench.find<QLabel>("storedText")->isVisible());
        bench.press("replaceKey");
        bench.write("key", typedKey);
        bench.write("name", u"Mine"_s);
        bench.save();
        QTRY_COMPARE(bench.rig.saved.size(), 1);
        QCOMPARE(bench.rig.secrets.entries.value(storedEntry), QByteArray("sk-typed-0123456789"));
        QCOMPARE(bench.saved().apiKeys, (QStringList{storedReference, u"${SECOND}"_s}));
    }

    void removesAStoredKeyWhenSaved()
    {
        DialogBench bench(configWith({storedReference}));
        bench.edit(u"openai"_s);
        QSignalSpy saved(bench.dialog.get(), &ProviderDialog::saved);
        bench.press("removeKey");
        QVERIFY(bench.label("keyNotice").contains(u"removed when you save"_s));
        QVERIFY(bench.label("keyText").contains(u"${OPENAI_API_KEY}"_s));
        QCOMPARE(bench.rig.secrets.removals, 0);
        bench.save();
        QCOMPARE(bench.saved().apiKeys, QStringList{u"${OPENAI_API_KEY}"_s});
        QCOMPARE(saved, (QList<QVariantList>{{u"openai"_s, QStringList{storedEntry}}}));
    }

    void sharesNoEntryWithAnother()
    {
        Config config = configWith({storedReference});
        config.providers.append(config.providers[0]);
        config.providers[1].id = u"other"_s;
        DialogBench bench(config);
        bench.rig.secrets.entries.insert(storedEntry, "sk-old");
        bench.edit(u"other"_s);
        bench.press("replaceKey");
        bench.write("key", typedKey);
        bench.save();
        QTRY_COMPARE(bench.rig.saved.size(), 1);
        QCOMPARE(bench.saved(1).apiKeys, QStringList{u"keychain:other@api.openai.com"_s});
        QCOMPARE(bench.rig.secrets.entries.value(storedEntry), QByteArray("sk-old"));
    }

    void removesNoEntryThatAnotherUses()
    {
        Config config = configWith({storedReference});
        config.providers.append(config.providers[0]);
        config.providers[1].id = u"other"_s;
        DialogBench bench(config);
        bench.edit(u"other"_s);
        QSignalSpy saved(bench.dialog.get(), &ProviderDialog::saved);
        bench.press("removeKey");
        bench.save();
        QCOMPARE(saved, (QList<QVariantList>{{u"other"_s, QStringList()}}));
    }

    void doesNotCarryAKeyToAnotherHost()
    {
        DialogBench bench(configWith({storedReference, u"keychain:openai/2@api.openai.com"_s, u"${X}"_s}));
        bench.rig.secrets.entries.insert(storedEntry, "sk-old");
        bench.edit(u"openai"_s);
        bench.write("baseUrl", u"https://evil.example/v1"_s);
        QVERIFY(!bench.find<QLabel>("storedText")->isVisible());
        QVERIFY(bench.label("keyNotice").contains(u"api.openai.com and is not sent anywhere else"_s));
        bench.tick("manualKey", true);
        bench.write("key", typedKey);
        bench.save();
        QTRY_COMPARE(bench.rig.saved.size(), 1);
        QCOMPARE(bench.saved().apiKeys, (QStringList{u"keychain:openai@evil.example"_s, u"${X}"_s}));
        QCOMPARE(bench.rig.secrets.entries.value(storedEntry), QByteArray("sk-old"));
    }

    void findsTheStoredKeyAgainWhenTheHostIsAsItWas()
    {
        DialogBench bench(configWith({storedReference}));
        bench.edit(u"openai"_s);
        const QString url = bench.read("baseUrl");
        bench.write("baseUrl", u"https://evil.example/v1"_s);
        bench.write("baseUrl", url);
        QVERIFY(bench.find<QLabel>("storedText")->isVisible());
        bench.save();
        QCOMPARE(bench.rig.draft.config().providers[0].apiKeys, QStringList{storedReference});
    }

    void saysWhenAStoredKeyCannotBeRead_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("text");
        QTest::newRow("locked") << int(SecretStore::Answer::Locked) << u"Locked: unlock Test keychain"_s;
        QTest::newRow("missing") << int(SecretStore::Answer::Unavailable) << u"There is no keychain here"_s;
        QTest::newRow("gone") << int(SecretStore::Answer::Found) << u"No longer in Test keychain"_s;
    }

    //! A failed read changes and removes nothing.
    void saysWhenAStoredKeyCannotBeRead()
    {
        QFETCH(int, state);
        QFETCH(QString, text);
        DialogBench bench(configWith({storedReference}));
        bench.rig.secrets.state = SecretStore::Answer::State(state);
        bench.edit(u"openai"_s);
        QTRY_VERIFY(bench.label("storedText").startsWith(text));
        bench.write("name", u"Mine"_s);
        bench.save();
        QCOMPARE(bench.saved().apiKeys, QStringList{storedReference});
        QCOMPARE(bench.rig.secrets.writes + bench.rig.secrets.removals, 0);
        if (state == SecretStore::Answer::Found)
            return;
        bench.edit(u"openai"_s);
        QTRY_VERIFY(bench.label("storedText").startsWith(text));
        bench.rig.secrets.state = SecretStore::Answer::Found;
        bench.rig.secrets.entries.insert(storedEntry, "sk-old");
        bench.press("askAgain");
        QTRY_COMPARE(bench.label("storedText"), u"Stored in Test keychain."_s);
    }

    //! Looking is no change.
    void keepsTheKeysOfTheFile_data()
    {
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("none") << QStringList();
        QTest::newRow("another variable") << QStringList{u"${WORK_KEY}"_s};
        QTest::newRow("several") << QStringList{u"${A}"_s, storedReference, u"${B}"_s};
    }

    void keepsTheKeysOfTheFile()
    {
        QFETCH(QStringList, keys);
        DialogBench bench(configWith(keys));
        bench.edit(u"openai"_s);
        bench.tick("manualKey", true);
        bench.tick("manualKey", false);
        bench.write("name", u"Mine"_s);
        bench.save();
        QCOMPARE(bench.saved().apiKeys, keys);
    }
};

QTEST_MAIN(TestStoredKey)
#include "tst_stored_key.moc"
