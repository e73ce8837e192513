// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_lock.h"

#include "app/words.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace gatehouse {
namespace {

constexpr auto lookAgainForLock = 10ms;

//! Of the file itself, where \a path is a link to it: that is what is replaced.
QString folderOf(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() ? QFileInfo(file.canonicalFilePath()).path() : file.absolutePath();
}

} // namespace

// The folder is locked, not a file in it: nothing is left over, nor owned by somebody else, and no writing is
// needed.
ConfigLock::ConfigLock(const Paths &paths, std::chrono::milliseconds patience)
{
    const QString folder = folderOf(paths.config);
    makePrivateFolder(folder); // if that fails, the writer says so
    m_folder = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m_folder < 0)
        return;
    const auto end = std::chrono::steady_clock::now() + patience;
    while (::flock(m_folder, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK) // not on this file system
            return;
        if (std::chrono::steady_clock::now() >= end) {
            m_problem = AppWords::tr("%1 is being changed by another program, which does not come to an end. "
                                     "Please try again.")
                            .arg(paths.config);
            return;
        }
        QThread::usleep(std::chrono::microseconds(lookAgainForLock).count());
    }
}

ConfigLock::~ConfigLock()
{
    if (m_folder >= 0)
        ::close(m_folder);
}

} // namespace gatehouse
