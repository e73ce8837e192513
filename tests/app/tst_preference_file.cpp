// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preference_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! What is chosen stays chosen; what makes no sense in the file counts as not chosen.
class TestPreferenceFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheUsual();
    void keepsEach();
    void takesNonsense();
    void remembers();

private:
    QTemporaryDir m_folder;
};

void TestPreferenceFile::beginsWithTheUsual()
{
    QVERIFY(PreferenceFile(m_folder.filePath(u"new"_s)).preferences() == Preferences());
}

void TestPreferenceFile::keepsEach()
{
    const Preferences chosen = {.appearance = Appearance::Dark,
                                .language = u"zh_CN"_s,
                                .startGateway = false,
                                .pausePaid = true,
                                .notifications = false,
                                .logLevel = u"debug"_s};
    PreferenceFile(m_folder.path()).setPreferences(chosen);
    QVERIFY(PreferenceFile(m_folder.path()).preferences() == chosen);
}

void TestPreferenceFile::takesNonsense()
{
    QFile file(m_folder.filePath(u"window.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[preferences]\nappearance=neon\nstartGateway=@Invalid()\n\xff\xfe[[[");
    file.close();
    const Preferences read = PreferenceFile(m_folder.path()).preferences();
    QCOMPARE(read.appearance, Appearance::System);
}

void TestPreferenceFile::remembers()
{
    PreferenceFile(m_folder.path()).remember(u"window"_s, QByteArray("\0\1place", 7));
    QCOMPARE(PreferenceFile(m_folder.path()).remembered(u"window"_s).toByteArray(),
             QByteArray("\0\1place", 7));
    QVERIFY(!PreferenceFile(m_folder.path()).remembered(u"other"_s).isValid());
}

QTEST_GUILESS_MAIN(TestPreferenceFile)
#include "tst_preference_file.moc"
