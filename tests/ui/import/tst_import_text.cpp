// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/import/import_bench.h"
#include "ui/import/changes_model.h"
#include "ui/import/import_text.h"

#include <QAbstractItemModelTester>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestImportText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatAProblemIsAbout_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::newRow("a provider's field")
            << u"/providers/0/baseUrl"_s << u"Provider \"New\", base URL: is wrong"_s;
        QTest::newRow("a provider") << u"/providers/0"_s << u"Provider \"New\": is wrong"_s;
        QTest::newRow("a route") << u"/routes/0/targets/1"_s << u"Route \"r\", targets: is wrong"_s;
        QTest::newRow("a client") << u"/clients/0/name"_s << u"Client \"%1\", name: is wrong"_s;
        QTest::newRow("a setting") << u"/listener/port"_s << u"Port: is wrong"_s;
        QTest::newRow("beyond the end") << u"/providers/7/id"_s << u"/providers/7/id: is wrong"_s;
        QTest::newRow("no number") << u"/providers/-1/id"_s << u"/providers/-1/id: is wrong"_s;
        QTest::newRow("nothing") << QString() << u"is wrong"_s;
    }
    void namesWhatAProblemIsAbout()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        Config config = someImport().config;
        config.routes = {{u"r"_s, Policy::Priority, {}}};
        config.clients = {{u"%1"_s, {}, {}, {}, {}}};
        QCOMPARE(problemText({path, u"is wrong"_s}, config), text);
    }

    void namesKeys()
    {
        const Imported imported = someImport();
        QCOMPARE(keyName(imported.keys[0], imported.config), u"New"_s);
        QCOMPARE(keyName(imported.keys[1], imported.config), u"New (2)"_s);
        QCOMPARE(keyName(imported.keys[0], {}), u"new"_s);
    }

    void putsHostsFirstAndThoseWithKeysBeforeAll()
    {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model);
        model.setChanges(
            {{ImportChange::Changed, ImportChange::Setting, u"/listener/port"_s},
             {ImportChange::Changed, ImportChange::Setting, u"/budget"_s},
             {ImportChange::Removed, ImportChange::Client, u"c"_s},
             {ImportChange::Added, ImportChange::Host, u"plain.example"_s},
             {ImportChange::Added, ImportChange::Provider, u"<b>p</b>"_s},
             {ImportChange::Added, ImportChange::Host, u"keys.example"_s, u"from openai"_s, true}});
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row, ChangesModel::Name).data().toString());
        QCOMPARE(names, (QStringList{u"keys.example"_s, u"plain.example"_s, u"<b>p</b>"_s, u"c"_s, u"Port"_s,
                                     u"Budget"_s}));
        QCOMPARE(model.index(0, ChangesModel::Detail).data().toString(),
                 u"A key could be sent there: from openai"_s);
        QVERIFY(model.index(0, ChangesModel::Kind).data(Qt::DecorationRole).isValid());
        QVERIFY(model.index(0, ChangesModel::Name).data(Qt::ForegroundRole).isValid());
        QVERIFY(!model.index(1, ChangesModel::Kind).data(Qt::DecorationRole).isValid());
        QVERIFY(!model.index(1, ChangesModel::Name).data(Qt::ForegroundRole).isValid());
        QCOMPARE(model.index(2, ChangesModel::Name).data(Qt::ToolTipRole).toString(),
                 u"&lt;b&gt;p&lt;/b&gt;"_s);
        QCOMPARE(model.index(3, ChangesModel::Kind).data().toString(), u"Removed"_s);
    }
};

QTEST_MAIN(TestImportText)
#include "tst_import_text.moc"
