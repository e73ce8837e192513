// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/settings/files_card.h"

#include <QDesktopServices>
#include <QPushButton>
#include <QTest>
#include <QUrl>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Where the files are, and how they are reached.
class TestFilesCard final : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl &url) { m_opened.append(url.toLocalFile()); }

private Q_SLOTS:
    void initTestCase() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"file"_s); }

    void opensTheLogAndItsFolder_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("path");
        QTest::newRow("log") << u"logFileOpen"_s << u"/home/ann/.local/share/gatehouse/gatehouse.log"_s;
        QTest::newRow("folder") << u"logFolderOpen"_s << u"/home/ann/.local/share/gatehouse"_s;
        QTest::newRow("configuration") << u"configFileOpen"_s << u"/home/ann/.config/gatehouse/config.json"_s;
    }
    void opensTheLogAndItsFolder()
    {
        QFETCH(const QString, button);
        QFETCH(const QString, path);
        UiRig rig;
        FilesCard card(rig.context);
        card.show();
        m_opened.clear();
        QTest::mouseClick(card.findChild<QPushButton *>(button), Qt::LeftButton);
        QCOMPARE(m_opened, QStringList{path});
    }

private:
    QStringList m_opened;
};

QTEST_MAIN(TestFilesCard)
#include "tst_files_card.moc"
