// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/program.h"

#include "tests/soak/pass_time.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::soak {

Program::Program(const QString &path)
{
    QDir().mkdir(dataDir());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_folder.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"home"_s));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setProgram(path);
    m_process.setArguments({u"--config"_s, m_folder.filePath(u"config.json"_s), u"--data-dir"_s, dataDir(),
                            u"--port"_s, u"0"_s, u"--log-format"_s, u"json"_s});
    // Whatever becomes of us, it must not stay behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    connect(&m_process, &QProcess::readyReadStandardError, this, &Program::read);
}

Program::~Program()
{
    m_process.kill();
    m_process.waitForFinished();
}

void Program::save(const QString &name, const QByteArray &text) const
{
    const QString target = m_folder.filePath(name);
    QFile file(target + u".new"_s);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(text);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();
    // QFile::rename() does not replace.
    std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(target).constData());
}

bool Program::start()
{
    m_process.start();
    return waitUntil([this] { return m_port != 0 || m_process.state() == QProcess::NotRunning; }, 60s) &&
           m_port != 0;
}

void Program::read()
{
    m_process.setReadChannel(QProcess::StandardError);
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        m_log.add(line);
        if (const qsizetype at = line.indexOf("Listening on http://127.0.0.1:"); m_port == 0 && at >= 0) {
            const qsizetype colon = line.indexOf(':', line.indexOf("//", at));
            for (qsizetype i = colon + 1; i < line.size() && line[i] >= '0' && line[i] <= '9'; ++i)
                m_port = quint16(m_port * 10 + (line[i] - '0'));
        }
    }
}

void Program::hangUp() const
{
    if (pid() > 0)
        ::kill(pid_t(pid()), SIGHUP);
}

int Program::stop()
{
    if (pid() > 0)
        ::kill(pid_t(pid()), SIGTERM);
    if (!waitUntil([this] { return m_process.state() == QProcess::NotRunning; }, 60s))
        return -1;
    read();
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

} // namespace gatehouse::soak
