// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/providers/rich_provider.h"
#include "tests/ui/support/answer_box.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! What the dialog refuses, and what it asks before it overwrites.
class TestProviderRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("message");
        QTest::newRow("id") << u"id"_s << u"A b"_s << u"idNote"_s
                            << u"The id must be 1 to 64 of: a-z 0-9 . _ -."_s;
        QTest::newRow("id taken") << u"id"_s << u"first"_s << u"idNote"_s
                                  << u"The id belongs to another provider already."_s;
        QTest::newRow("name")
            << u"name"_s << QString(257, u'n') << u"nameNote"_s
            << u"The name must be at most 256 characters, none of them a control character."_s;
        QTest::newRow("url") << u"baseUrl"_s << u"ftp://x.example"_s << u"baseUrlNote"_s
                             << u"The base URL must begin with https://."_s;
        QTest::newRow("proxy") << u"proxy"_s << u"http://user:pw@127.0.0.1:1"_s << u"proxyNote"_s
                               << u"The proxy must not hold a user name or a password."_s;
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, note);
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        bench.find<QLineEdit>(field.toLatin1().constData())->setText(text);
        bench.save();
        QTEST(bench.note(note.toLatin1().constData()), "message");
        QVERIFY(bench.find<QLineEdit>(field.toLatin1().constData())->isVisible()); // on the tab that is shown
        QVERIFY(bench.dialog->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    //! The entry of a typed key is named after the id, and cannot be named after this one.
    void blamesTheIdAndNotTheKey()
    {
        DialogBench bench;
        bench.add();
        bench.choose(u"openai"_s);
        bench.write("id", QString(70, u'a'));
        bench.tick("manualKey", true);
        bench.write("key", u"sk-typed-0123456789"_s);
        bench.save();
        QCOMPARE(bench.note("idNote"), u"The id must be 1 to 64 of: a-z 0-9 . _ -."_s);
        QCOMPARE(bench.note("keyNote"), QString());
        QTRY_VERIFY(bench.find<QLineEdit>("id")->hasFocus());
        QCOMPARE(bench.rig.secrets.writes, 0);
    }

    void saysWhichModelIsWrong()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        setCell(bench, "models", 1, 1, u"a*"_s);
        bench.save();
        QVERIFY(bench.note("modelsNote").contains(u"\"a*\""_s));
        QVERIFY(bench.find<QTableView>("models")->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    //! Said as soon as they are ticked, and before a key is stored.
    void saysHowManyModelsCanBeTicked()
    {
        Config config = richConfig();
        config.providers[1].models.clear();
        for (int i = 0; i < 1001; ++i)
            config.providers[1].models.append({u"m%1"_s.arg(i)});
        DialogBench bench(config);
        bench.edit(u"rich"_s);
        bench.press("untickShown");
        QCOMPARE(bench.note("modelsNote"), QString());
        bench.press("tickShown");
        QVERIFY(bench.note("modelsNote").startsWith(u"At most 1,000 models can be ticked."_s));
        bench.write("name", u"Richer"_s);
        bench.save();
        QVERIFY(bench.dialog->isVisible());
        QVERIFY(bench.note("modelsNote").startsWith(u"At most 1,000 models can be ticked."_s));
        QVERIFY(bench.find<QTableView>("models")->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void refusesHeaders_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("a key") << u"Authorization"_s << u"x"_s;
        QTest::newRow("another key") << u"X-API-Key"_s << u"x"_s;
        QTest::newRow("framing") << u"Content-Length"_s << u"1"_s;
        QTest::newRow("no token") << u"X Team"_s << u"1"_s;
        QTest::newRow("not ASCII") << u"X-Team"_s << u"blå"_s;
        QTest::newRow("a second line") << u"X-Team"_s << u"a\r\nX-Evil: 1"_s;
        QTest::newRow("twice") << u"x-trace"_s << u"2"_s;
        QTest::newRow("what looks like a key") << u"X-Team"_s << u"sk-proj-abcdefghijklmnop0123456789"_s;
    }

    void refusesHeaders()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        if (name == "X-Team"_L1)
            setCell(bench, "headers", 0, 1, value);
        else
            setCellInNewHeader(bench, name, value);
        QVERIFY(bench.find<QWidget>("headersNote")->accessibleName().contains(name)); // at once
        bench.save();
        QVERIFY(!bench.note("headersNote").isEmpty());
        QVERIFY(bench.find<QTableView>("headers")->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void saysWhyItCannotBeWritten()
    {
        DialogBench bench(richConfig());
        bench.rig.writeProblem = u"the disk is full"_s;
        bench.edit(u"rich"_s);
        bench.write("name", u"x"_s);
        bench.save();
        QVERIFY(bench.message().contains(u"the disk is full"_s));
        QVERIFY(bench.dialog->isVisible());
    }

    void asksWhereTheFileHasChanged()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        Config changed = richConfig();
        changed.providers[1].headers.clear();
        changed.providers[0].name = u"Changed too"_s;
        bench.rig.load(changed);
        bench.write("name", u"Mine"_s);
        auto asked = answerBox(u"Go on editing"_s);
        bench.save();
        QVERIFY(asked->contains(u"\"Rich\""_s));
        QVERIFY(bench.dialog->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());

        asked = answerBox(u"Save mine"_s);
        bench.save();
        Provider mine = richProvider();
        mine.name = u"Mine"_s;
        QCOMPARE(bench.saved(1), mine);
        QCOMPARE(bench.saved(0).name, u"Changed too"_s); // what was not edited here stays
    }

    void takesTheFiles()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        Config changed = richConfig();
        changed.providers.removeAt(1);
        changed.routes.clear();
        bench.rig.load(changed);
        const auto asked = answerBox(u"Take the file's"_s);
        bench.save();
        QVERIFY(!asked->isEmpty());
        QVERIFY(!bench.dialog->isVisible());
        QVERIFY(bench.rig.saved.isEmpty());
    }

    void bringsBackWhatTheFileLost()
    {
        DialogBench bench(richConfig());
        bench.edit(u"rich"_s);
        Config changed = richConfig();
        changed.providers.removeAt(1);
        changed.routes.clear();
        bench.rig.load(changed);
        const auto asked = answerBox(u"Save mine"_s);
        bench.save();
        QVERIFY(!asked->isEmpty());
        QCOMPARE(bench.saved(1), richProvider());
    }

    void showsNamesAsPlainText()
    {
        Config config = richConfig();
        config.providers[1].name = u"<img src=x>&amp;<b>Rich</b>"_s;
        config.providers[1].headers = {{"X-Team", "<b>blue</b>"}};
        DialogBench bench(config);
        bench.edit(u"rich"_s);
        QCOMPARE(bench.read("name"), config.providers[1].name);
        const QList<QLabel *> labels = bench.dialog->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'),
                     qPrintable(label->text()));
    }
};

QTEST_MAIN(TestProviderRefusals)
#include "tst_provider_refusals.moc"
