// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/languages.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Which languages are offered.
class TestLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatHasACatalogue_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QStringList>("codes");
        QTest::newRow("none") << QStringList() << QStringList{u"en"_s};
        QTest::newRow("Chinese") << QStringList{u"gatehouse_zh_CN.qm"_s} << QStringList{u"en"_s, u"zh_CN"_s};
        QTest::newRow("several") << QStringList{u"gatehouse_zh_CN.qm"_s, u"gatehouse_de.qm"_s}
                                 << QStringList{u"en"_s, u"de"_s, u"zh_CN"_s};
        QTest::newRow("English plurals") << QStringList{u"gatehouse_en.qm"_s} << QStringList{u"en"_s};
        QTest::newRow("others' files")
            << QStringList{u"qt_de.qm"_s, u"gatehouse_de.ts"_s, u"gatehouse.qm"_s} << QStringList{u"en"_s};
    }
    void offersWhatHasACatalogue()
    {
        QFETCH(const QStringList, files);
        QFETCH(const QStringList, codes);
        const QTemporaryDir folder;
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QStringList found;
        const QList<Language> languages = languagesIn(folder.path());
        for (const Language &language : languages)
            found.append(language.code);
        QCOMPARE(found, codes);
    }

    void namesThemInTheirOwnWords()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"gatehouse_zh_CN.qm"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QList<Language> expected = {{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}};
        QVERIFY(languagesIn(folder.path()) == expected);
    }

    void aMissingFolderIsEnglish() { QCOMPARE(languagesIn(u":/nowhere"_s).size(), 1); }
};

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
