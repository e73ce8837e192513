// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gatehouse_process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QThread>
#include <QUrl>

#include <csignal>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

namespace gatehouse {

GatehouseProcess::GatehouseProcess(const QByteArray &config, const QStringList &options,
                                   const QStringList &variables)
{
    saveConfig(config);
    QProcessEnvironment environment;
    for (const QString &name :
         {u"PATH"_s, u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s, u"TSAN_OPTIONS"_s, u"LSAN_OPTIONS"_s}) {
        if (qEnvironmentVariableIsSet(qPrintable(name)))
            environment.insert(name, qEnvironmentVariable(qPrintable(name)));
    }
    environment.insert(u"HOME"_s, m_folder.path());
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    m_process.setProcessEnvironment(environment);
    // A file, not a pipe: a test that does not read it must not hold up the process.
    m_process.setStandardErrorFile(m_folder.filePath(u"stderr"_s));
    m_process.setProgram(QStringLiteral(GATEHOUSED));
    m_process.setArguments(QStringList{u"--config"_s, m_folder.filePath(u"config.json"_s), u"--data-dir"_s,
                                       m_folder.filePath(u"data"_s), u"--port"_s, u"0"_s, u"--log-format"_s,
                                       u"json"_s} +
                           options);
    m_process.start(QIODevice::ReadOnly);
    QElapsedTimer timer;
    timer.start();
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && !timer.hasExpired(20'000))
        m_process.waitForReadyRead(100);
    m_firstLine = m_process.readLine();
    m_url = QJsonDocument::fromJson(m_firstLine).object().value("url"_L1).toString();
}

GatehouseProcess::~GatehouseProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

quint16 GatehouseProcess::port() const
{
    return quint16(QUrl(m_url).port(0));
}

void GatehouseProcess::saveConfig(const QByteArray &config)
{
    const QString target = m_folder.filePath(u"config.json"_s);
    QFile file(target + u".new"_s);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(config);
    file.close();
    // QFile::rename() does not replace.
    std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(target).constData());
}

QByteArray GatehouseProcess::log() const
{
    QFile file(m_folder.filePath(u"stderr"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray GatehouseProcess::output()
{
    return std::exchange(m_firstLine, {}) + m_process.readAllStandardOutput();
}

QList<QJsonObject> GatehouseProcess::records() const
{
    QList<QJsonObject> records;
    for (const QByteArray &line : log().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.contains("request_id"_L1) && object.contains("attempts"_L1))
            records.append(object);
    }
    return records;
}

QList<QJsonObject> GatehouseProcess::recordsWithCode(const QString &code) const
{
    QList<QJsonObject> all = records();
    all.removeIf([&](const QJsonObject &record) { return record.value("error_code"_L1).toString() != code; });
    return all;
}

QJsonObject GatehouseProcess::recordOf(const QByteArray &requestId) const
{
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(5000)) {
        for (const QJsonObject &record : records()) {
            if (record.value("request_id"_L1).toString() == QString::fromUtf8(requestId))
                return record;
        }
        QThread::msleep(5);
    }
    return {};
}

void GatehouseProcess::signal(int number) const
{
    if (pid() > 0)
        ::kill(pid_t(pid()), number);
}

bool GatehouseProcess::freeze() const
{
    signal(SIGSTOP);
    // The signal alone is no proof: the threads stop when their processors next look.
    siginfo_t stopped{};
    return ::waitid(P_PID, id_t(pid()), &stopped, WSTOPPED | WNOWAIT | __WALL) == 0;
}

int GatehouseProcess::waitForExit()
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(15'000))
        return -1;
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

int GatehouseProcess::stop()
{
    signal(SIGTERM);
    return waitForExit();
}

qint64 GatehouseProcess::status(const QByteArray &field) const
{
    QFile file(u"/proc/%1/status"_s.arg(pid()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(field.size()).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

QByteArray configWith(const QByteArrayList &providers, const QByteArray &more)
{
    return R"({"version":1,"providers":[)" + providers.join(',') + ']' + more + '}';
}

QByteArray providerAt(quint16 port, const QByteArray &id, const QByteArray &models, const QByteArray &more)
{
    QByteArrayList entries;
    for (const QByteArray &model : models.split(',')) {
        const QByteArrayList words = model.split('=');
        entries.append(R"({"id":")" + words[0] + '"' +
                       (words.size() > 1 ? R"(,"alias":")" + words[1] + '"' : QByteArray()) + '}');
    }
    const QByteArray proxy = more.contains("\"proxy\"") ? QByteArray() : QByteArray(R"("proxy":"none",)");
    return R"({"id":")" + id + R"(","dialect":"openai",)" + proxy + R"("baseUrl":"http://127.0.0.1:)" +
           QByteArray::number(port) + R"(/v1","apiKey":"${FAKE_KEY}","models":[)" + entries.join(',') + ']' +
           more + '}';
}

} // namespace gatehouse
