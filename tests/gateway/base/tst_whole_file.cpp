// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/whole_file.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestWholeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesThePlaceOfWhatWasThere();
    void staysWithWhoeverHasIt();
    void leavesWhatWasThereOnAFullDisk_data();
    void leavesWhatWasThereOnAFullDisk();
    void saysWhyThereIsNone();

private:
    QTemporaryDir m_folder;
};

void TestWholeFile::takesThePlaceOfWhatWasThere()
{
    const QString path = m_folder.filePath(u"some.json"_s);
    QCOMPARE(writeWholeFile(path, "before", FileReaders::AsBefore), QString());
    const QFile::Permissions asBefore = QFile::permissions(path) | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(path, asBefore));
    QCOMPARE(writeWholeFile(path, "after", FileReaders::AsBefore), QString());
    QCOMPARE(contentOf(path), "after");
    QVERIFY(QFile::permissions(path).testFlag(QFile::ReadGroup));
    QCOMPARE(writeWholeFile(path, "", FileReaders::OwnerOnly), QString());
    QCOMPARE(contentOf(path), "");
    QCOMPARE(QFile::permissions(path), ownerOnly);
}

//! As under sudo; others can give a file only to a group of theirs.
void TestWholeFile::staysWithWhoeverHasIt()
{
#ifdef Q_OS_UNIX
    gid_t groups[64] = {};
    const int count = ::getgroups(64, groups);
    const auto other =
        std::find_if(groups, groups + std::max(count, 0), [](gid_t group) { return group != ::getegid(); });
    const bool root = ::geteuid() == 0;
    if (!root && other == groups + std::max(count, 0))
        QSKIP("Whoever runs this can give files to nobody.");
    const uid_t owner = root ? 12'345 : ::geteuid();
    const gid_t group = root ? 23'456 : *other;
    const QString path = m_folder.filePath(u"given.json"_s);
    const QByteArray name = QFile::encodeName(path);
    for (const FileReaders readers : {FileReaders::OwnerOnly, FileReaders::AsBefore}) {
        QCOMPARE(writeWholeFile(path, "before", readers), QString());
        QCOMPARE(::chown(name.constData(), owner, group), 0);
        QCOMPARE(writeWholeFile(path, "after", readers), QString());
        QCOMPARE(contentOf(path), "after");
        struct stat status = {};
        QCOMPARE(::stat(name.constData(), &status), 0);
        QCOMPARE(status.st_uid, owner);
        QCOMPARE(status.st_gid, group);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
    }
#else
    QSKIP("Here files have no groups.");
#endif
}

void TestWholeFile::leavesWhatWasThereOnAFullDisk_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("less than a buffer") << 100;
    QTest::newRow("more than a buffer") << 1'000'000;
}

void TestWholeFile::leavesWhatWasThereOnAFullDisk()
{
#ifdef Q_OS_UNIX
    QFETCH(int, size);
    const QString path = m_folder.filePath(u"kept.json"_s);
    QCOMPARE(writeWholeFile(path, "kept", FileReaders::OwnerOnly), QString());
    const QStringList files = QDir(m_folder.path()).entryList(QDir::Files);

    // To a writer a limit of files is what a full disk is: some bytes are taken, the next are refused.
    rlimit before = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit full = before;
    full.rlim_cur = 10;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
    const QString problem = writeWholeFile(path, QByteArray(size, 'x'), FileReaders::OwnerOnly);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);

    QVERIFY(!problem.isEmpty());
    QCOMPARE(contentOf(path), "kept");
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), files);
#else
    QSKIP("Here no limit of files can stand for a full disk.");
#endif
}

void TestWholeFile::saysWhyThereIsNone()
{
    QVERIFY(!writeWholeFile(m_folder.filePath(u"missing/some.json"_s), "x", FileReaders::AsBefore).isEmpty());
}

QTEST_APPLESS_MAIN(TestWholeFile)
#include "tst_whole_file.moc"
