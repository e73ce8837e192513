// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/import/import_bench.h"
#include "ui/import/import_card.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QTemporaryDir>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! The card, with steps of its own.
struct CardBench
{
    CardBench()
    {
        bench.file.keys.clear();
        bench.steps.read = [this](const QString &path) -> Result<Imported> {
            read.append(path);
            if (!problem.isEmpty())
                return Error{400, {}, {}, problem};
            return bench.file;
        };
        bench.steps.write = [](const Config &, const ExportOptions &options) {
            return QByteArray(options.clients ? "with clients" : "without");
        };
        card = std::make_unique<ImportCard>(bench.rig.context, bench.steps);
        card->show();
    }
    QString message() const
    {
        auto *banner = card->findChild<Banner *>(u"importDone"_s);
        return banner->isHidden() ? QString() : banner->accessibleName();
    }

    ImportBench bench;
    QStringList read;
    QString problem;
    std::unique_ptr<ImportCard> card;
};

} // namespace

class TestImportCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsAndUndoes()
    {
        CardBench bench;
        const Config before = bench.bench.rig.draft.config();
        bench.card->importFile(u"/somewhere/models.json"_s);
        auto *dialog = bench.card->findChild<ImportDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QPushButton *>(u"importDo"_s)->click();
        QCOMPARE(bench.bench.rig.draft.config().providers.size(), 2);
        QCOMPARE(bench.message(), u"models.json was imported."_s);
        bench.card->findChild<QPushButton *>(u"undo"_s)->click();
        QCOMPARE(bench.bench.rig.draft.config(), before);
        QVERIFY(bench.message().isEmpty());
    }

    void saysWhatCannotBeRead()
    {
        CardBench bench;
        bench.problem = u"It is <b>not</b> JSON."_s;
        bench.card->importFile(u"/somewhere/x.json"_s);
        QVERIFY(!bench.card->findChild<ImportDialog *>());
        QCOMPARE(bench.message(), u"x.json cannot be imported. It is <b>not</b> JSON."_s);
    }

    void takesADroppedFile()
    {
        CardBench bench;
        QMimeData mime;
        mime.setUrls({QUrl(u"https://example.com/x.json"_s)});
        QDragEnterEvent web({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        web.ignore();
        QCoreApplication::sendEvent(bench.card.get(), &web);
        QVERIFY(!web.isAccepted());

        mime.setUrls({QUrl::fromLocalFile(u"/somewhere/y.json"_s)});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(bench.card.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(bench.card.get(), &drop);
        QTRY_COMPARE(bench.read, QStringList{u"/somewhere/y.json"_s});
        QVERIFY(bench.card->findChild<ImportDialog *>());
    }

    void exportsWithOrWithoutClients_data()
    {
        QTest::addColumn<bool>("clients");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("with") << true << QByteArray("with clients");
        QTest::newRow("without") << false << QByteArray("without");
    }
    void exportsWithOrWithoutClients()
    {
        QFETCH(bool, clients);
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        CardBench bench;
        bench.card->findChild<QCheckBox *>(u"exportClients"_s)->setChecked(clients);
        const QString path = folder.filePath(u"out.json"_s);
        bench.card->exportTo(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
        QVERIFY(bench.message().contains(u"It holds no keys."_s));
    }

    void saysWhatCannotBeWritten()
    {
        const QTemporaryDir folder;
        CardBench bench;
        bench.card->exportTo(folder.filePath(u"missing/out.json"_s));
        QVERIFY(bench.message().contains(u"cannot be written"_s));
    }

    void saysWhatNoFileCanSay()
    {
        const QTemporaryDir folder;
        CardBench bench;
        bench.bench.steps.write = [](const Config &, const ExportOptions &) { return QByteArray(); };
        ImportCard card(bench.bench.rig.context, bench.bench.steps);
        const QString path = folder.filePath(u"out.json"_s);
        card.exportTo(path);
        QVERIFY(!QFile::exists(path));
        QVERIFY(
            card.findChild<Banner *>(u"importDone"_s)->accessibleName().contains(u"Nothing was exported"_s));
    }

    void sparesTheConfigurationItself()
    {
        const QTemporaryDir folder;
        CardBench bench;
        const QString path = folder.filePath(u"config.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        bench.bench.rig.program.where.config = path;
        bench.card->exportTo(path);
        QVERIFY2(bench.message().contains(u"is the configuration itself"_s), qPrintable(bench.message()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
    }

    void saysWhatWasTakenOut()
    {
        const QTemporaryDir folder;
        CardBench bench;
        Config config = bench.bench.rig.draft.config();
        config.providers[0].headers = {{"X-Token", "abc"}};
        bench.bench.rig.load(config);
        bench.card->exportTo(folder.filePath(u"out.json"_s));
        QVERIFY2(bench.message().contains(u"X-Token"_s), qPrintable(bench.message()));
    }

    void asksForTheFiles()
    {
        CardBench bench;
        bench.card->findChild<QPushButton *>(u"export"_s)->click();
        auto *save = bench.card->findChild<QFileDialog *>();
        QVERIFY(save);
        QCOMPARE(save->acceptMode(), QFileDialog::AcceptSave);
        QCOMPARE(save->defaultSuffix(), u"json"_s);
        delete save;
        bench.card->findChild<QPushButton *>(u"import"_s)->click();
        auto *open = bench.card->findChild<QFileDialog *>();
        QVERIFY(open);
        QCOMPARE(open->acceptMode(), QFileDialog::AcceptOpen);
    }
};

QTEST_MAIN(TestImportCard)
#include "tst_import_card.moc"
