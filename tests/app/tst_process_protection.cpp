// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

//! An ordinary user: ourselves, or `nobody` where the test is root, whom nothing is hidden from.
uid_t ordinaryUser()
{
    constexpr uid_t nobody = 65534;
    return ::getuid() == 0 ? nobody : ::getuid();
}

//! A program as a careless shell starts it: every file for everybody, core dumps of any size. Run by
//! ordinaryUser(), in a folder of its own.
class CarelessStart final
{
public:
    CarelessStart(const QString &program, const QStringList &arguments)
    {
        if (::chown(QFile::encodeName(folder()).constData(), ordinaryUser(), gid_t(-1)) != 0)
            qFatal("The folder cannot be given away");
        QProcessEnvironment environment;
        environment.insert(u"HOME"_s, folder());
        environment.insert(u"CANARY_KEY"_s, u"sk-canary"_s);
        for (const QString &name : {u"PATH"_s, u"ASAN_OPTIONS"_s, u"TSAN_OPTIONS"_s})
            environment.insert(name, qEnvironmentVariable(qPrintable(name)));
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(folder());
        m_process.setChildProcessModifier([] {
            const rlimit endless{RLIM_INFINITY, RLIM_INFINITY};
            ::setrlimit(RLIMIT_CORE, &endless);
            ::umask(0);
            if (::getuid() == 0 && (::setgid(ordinaryUser()) != 0 || ::setuid(ordinaryUser()) != 0))
                ::_exit(99);
        });
        m_process.start(program, arguments, QIODevice::ReadOnly);
    }
    ~CarelessStart()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(CarelessStart)

    QProcess &process() { return m_process; }
    QString folder() const { return m_folder.path(); }
    QString proc(const QString &file) const { return u"/proc/%1/%2"_s.arg(m_process.processId()).arg(file); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

//! The gateway, started like that; url() is empty where that user cannot start it at all.
class CarelessGateway final
{
public:
    explicit CarelessGateway(quint16 port = 0)
        : m_start(QStringLiteral(GATEHOUSED), {u"--demo"_s, u"--port"_s, QString::number(port)})
    {
        QProcess &process = m_start.process();
        while (!process.canReadLine() && process.state() != QProcess::NotRunning)
            process.waitForReadyRead(20'000);
        m_url = QUrl(QJsonDocument::fromJson(process.readLine())["url"_L1].toString());
    }

    CarelessStart &start() { return m_start; }
    quint16 port() const { return quint16(m_url.port(0)); }
    bool isListening() const { return m_url.isValid(); }

private:
    CarelessStart m_start;
    QUrl m_url;
};

//! What a program of that user reads in \a path; empty where it may not.
[[maybe_unused]] QByteArray readBySameUser(const QString &path)
{
    CarelessStart cat(u"cat"_s, {path});
    cat.process().waitForFinished();
    return cat.process().readAllStandardOutput();
}

QStringList coresIn(const QString &folder)
{
    return QDir(folder).entryList({u"core*"_s}, QDir::Files);
}

} // namespace

//! What the program keeps from others from its first moment on, however it was started.
class TestProcessProtection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filesAreItsOwn();
    void writesNoCore();
    void hidesItsMemory();
    void isStillNamedAsThePortsOwner();
};

void TestProcessProtection::initTestCase()
{
    if (!CarelessGateway().isListening())
        QSKIP("An ordinary user cannot start the program from this folder.");
}

void TestProcessProtection::filesAreItsOwn()
{
    CarelessGateway gateway;
    QVERIFY(gateway.isListening());
    int files = 0;
    QDirIterator all(gateway.start().folder(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        struct stat status = {};
        QCOMPARE(::lstat(QFile::encodeName(all.next()).constData(), &status), 0);
        QVERIFY2((status.st_mode & 077) == 0, qPrintable(all.filePath()));
        files += S_ISREG(status.st_mode) ? 1 : 0;
    }
    QVERIFY2(files >= 2, "No log and no usage records were made");
}

void TestProcessProtection::writesNoCore()
{
    const auto crash = [](CarelessStart &start) {
        ::kill(pid_t(start.process().processId()), SIGSEGV);
        start.process().waitForFinished();
        return start.process().exitStatus();
    };
    CarelessGateway gateway;
    QFile limits(gateway.start().proc(u"limits"_s));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    QVERIFY(limits.readAll().simplified().contains("Max core file size 0 0 bytes"));
#ifndef GATEHOUSE_SANITIZED // there the signal is caught, and told
    QCOMPARE(crash(gateway.start()), QProcess::CrashExit);
#endif
    QCOMPARE(coresIn(gateway.start().folder()), QStringList());

    CarelessStart other(u"sleep"_s, {u"60"_s});
    QVERIFY(other.process().waitForStarted());
    QCOMPARE(crash(other), QProcess::CrashExit);
    if (coresIn(other.folder()).isEmpty())
        qInfo("This system puts core dumps elsewhere: that there is none proves nothing here.");
}

void TestProcessProtection::hidesItsMemory()
{
#ifdef GATEHOUSE_SANITIZED
    QSKIP("Builds with a sanitizer stay open to it.");
#else
    CarelessStart other(u"sleep"_s, {u"60"_s});
    QVERIFY(other.process().waitForStarted());
    QVERIFY(readBySameUser(other.proc(u"environ"_s)).contains("sk-canary"));
    QCOMPARE(QFileInfo(other.proc(u"mem"_s)).ownerId(), ordinaryUser());

    CarelessGateway gateway;
    QVERIFY(gateway.isListening());
    QCOMPARE(readBySameUser(gateway.start().proc(u"environ"_s)), QByteArray());
    QCOMPARE(readBySameUser(gateway.start().proc(u"maps"_s)), QByteArray());
    QCOMPARE(QFileInfo(gateway.start().proc(u"mem"_s)).ownerId(), 0U);
    QVERIFY2(!readBySameUser(gateway.start().proc(u"status"_s)).isEmpty(), "What is public stays so");
#endif
}

//! Others cannot see its descriptors any more, and yet it is the one that most often has the port.
void TestProcessProtection::isStillNamedAsThePortsOwner()
{
    CarelessGateway first;
    QVERIFY(first.isListening());
    CarelessGateway second(first.port());
    QProcess &process = second.start().process();
    QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished());
    QCOMPARE(process.exitCode(), 3);
    const QByteArray owner =
        "gatehoused (process " + QByteArray::number(first.start().process().processId()) + ')';
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains(owner), said.constData());
}

QTEST_GUILESS_MAIN(TestProcessProtection)
#include "tst_process_protection.moc"
