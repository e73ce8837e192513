// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_file.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! The log on disk: its size is bounded, its readers are few, a full disk does no harm.
class TestLogFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void belongsToItsOwner();
    void goesOnWithAnOldFile();
    void rotates();
    void neverGrowsWhenItCannotRotate();
    void saysWhyItCannotOpen();
    void fullDiskLosesWholeLines();

private:
    QString path() const { return m_folder->filePath(u"gatehouse.log"_s); }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLogFile::belongsToItsOwner()
{
    LogFile log(path());
    QCOMPARE(log.open(), QString());
    QVERIFY(log.write("one\n"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(path()) & others, QFile::Permissions());
}

void TestLogFile::goesOnWithAnOldFile()
{
    for (const char *line : {"one\n", "two\n"}) {
        LogFile log(path());
        QCOMPARE(log.open(), QString());
        QVERIFY(log.write(line));
    }
    QCOMPARE(contents(path()), QByteArray("one\ntwo\n"));
}

void TestLogFile::rotates()
{
    LogFile log(path(), 20);
    QCOMPARE(log.open(), QString());
    for (int i = 0; i < 14; ++i)
        QVERIFY(
            log.write("line " + QByteArray::number(i).rightJustified(4, '0') + '\n')); // 10 bytes: two a file
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), LogFile::files);
    QCOMPARE(contents(path()), QByteArray("line 0012\nline 0013\n"));
    QCOMPARE(contents(m_folder->filePath(u"gatehouse.1.log"_s)), QByteArray("line 0010\nline 0011\n"));
    QCOMPARE(contents(m_folder->filePath(u"gatehouse.4.log"_s)), QByteArray("line 0004\nline 0005\n"));
    LogFile again(path(), 20); // a full file found at the start is moved away too
    QCOMPARE(again.open(), QString());
    QVERIFY(again.write("after\n"));
    QCOMPARE(contents(path()), QByteArray("after\n"));
}

void TestLogFile::neverGrowsWhenItCannotRotate()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"gatehouse.1.log/x"_s)); // in the way of the renaming
    for (int age : {2, 3, 4})
        QVERIFY(QDir(m_folder->path()).mkpath(u"gatehouse.%1.log/x"_s.arg(age)));
    LogFile log(path(), 20);
    QCOMPARE(log.open(), QString());
    for (int i = 0; i < 10; ++i)
        QVERIFY(log.write("123456789\n"));
    QVERIFY(QFile(path()).size() <= 20);
}

void TestLogFile::saysWhyItCannotOpen()
{
    LogFile log(m_folder->filePath(u"missing/gatehouse.log"_s));
    QVERIFY(log.open().contains("missing/gatehouse.log"_L1));
    QVERIFY(!log.write("line\n"));
    QVERIFY(QDir(m_folder->path()).mkpath(u"missing"_s));
    QVERIFY(log.write("line\n")); // it is tried again
}

void TestLogFile::fullDiskLosesWholeLines()
{
    // A limit on the size of files refuses writes as a full disk does, half-way through one of them.
    rlimit usual = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
    std::signal(SIGXFSZ, SIG_IGN);
    LogFile log(path());
    QCOMPARE(log.open(), QString());
    const rlimit small = {15, usual.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const bool first = log.write("first line\n");
    const bool second = log.write("second line\n");
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
    QVERIFY(first);
    QVERIFY(!second);
    QVERIFY(log.write("third line\n"));
    QCOMPARE(contents(path()), QByteArray("first line\nthird line\n"));
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_log_file.moc"
