// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/proc_scan.h"

#include "gateway/base/clock.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gatehouse {
namespace {

constexpr qsizetype longestTable = 32 * 1024 * 1024;
constexpr qsizetype pieceSize = 64 * 1024;

struct CloseFolder
{
    void operator()(DIR *folder) const { closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

Folder openFolder(const QByteArray &path)
{
    return Folder(opendir(path.constData()));
}

void findSockets(QByteArrayView table, const QSet<PortPair> &wanted, QList<LoopbackSocket> &found)
{
    while (!table.isEmpty()) {
        const qsizetype end = table.indexOf('\n');
        const auto socket = readTcpLine(end < 0 ? table : table.first(end));
        if (socket && wanted.contains(socket->ports))
            found.append(*socket);
        table = end < 0 ? QByteArrayView() : table.sliced(end + 1);
    }
}

//! The entries of \a folder that are numbers, in the order in which it lists them.
std::vector<int> numbersIn(DIR *folder)
{
    std::vector<int> numbers;
    while (const dirent *entry = folder ? readdir(folder) : nullptr) {
        bool ok = false;
        const int number = QByteArrayView(entry->d_name).toByteArray().toInt(&ok);
        if (ok)
            numbers.push_back(number);
    }
    return numbers;
}

//! The processes at \a root, newest first, those of \a users before all others.
std::vector<int> processesOf(const QByteArray &root, const QSet<quint32> &users, int most)
{
    const Folder folder = openFolder(root);
    std::vector<int> numbers = numbersIn(folder.get());
    std::sort(numbers.begin(), numbers.end(), std::greater<>());
    if (numbers.size() > size_t(most))
        numbers.resize(size_t(most));
    std::stable_partition(numbers.begin(), numbers.end(), [&](int number) {
        struct stat status = {};
        return fstatat(dirfd(folder.get()), QByteArray::number(number).constData(), &status, 0) == 0 &&
               users.contains(status.st_uid);
    });
    return numbers;
}

//! One search for the holders of some sockets, within its limits.
class HolderSearch
{
public:
    HolderSearch(const QByteArray &root, const ScanLimits &limits, QSet<quint64> wanted)
        : m_root(root)
        , m_wanted(std::move(wanted))
        , m_descriptorsLeft(limits.descriptors)
        , m_deadline(Clock::now() + limits.time)
    {
    }

    bool over() const { return m_wanted.isEmpty() || m_descriptorsLeft <= 0 || Clock::now() > m_deadline; }

    void lookAt(int process)
    {
        const Folder folder = openFolder(m_root + '/' + QByteArray::number(process) + "/fd");
        if (!folder) // gone, or not ours to look at
            return;
        // From the end: a new socket has a high number, as a rule, and to follow a link is what takes time.
        const std::vector<int> descriptors = numbersIn(folder.get());
        std::array<char, 64> link;
        for (auto it = descriptors.rbegin(); it != descriptors.rend(); ++it) {
            const QByteArray name = QByteArray::number(*it);
            const ssize_t size = readlinkat(dirfd(folder.get()), name.constData(), link.data(), link.size());
            if (size <= 0)
                continue;
            const auto inode = readSocketLink({link.data(), qsizetype(size)});
            if (inode && m_wanted.remove(*inode))
                m_found.insert(*inode, process);
            if (--m_descriptorsLeft <= 0 || m_wanted.isEmpty())
                return;
        }
    }

    const QHash<quint64, int> &found() const { return m_found; }

private:
    QByteArray m_root;
    QSet<quint64> m_wanted;
    QHash<quint64, int> m_found;
    int m_descriptorsLeft;
    TimePoint m_deadline;
};

} // namespace

QByteArray readProcFile(const QByteArray &path, qsizetype most)
{
    QByteArray text;
    const int file = open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return text;
    while (text.size() < most) {
        const qsizetype before = text.size();
        const qsizetype room = std::min(pieceSize, most - before);
        text.resize(before + room);
        const ssize_t size = read(file, text.data() + before, size_t(room));
        text.truncate(before + std::max<ssize_t>(size, 0));
        if (size <= 0)
            break;
    }
    close(file);
    return text;
}

QList<LoopbackSocket> ProcScan::sockets(const QSet<PortPair> &wanted) const
{
    QList<LoopbackSocket> found;
    for (const char *table : {"/net/tcp", "/net/tcp6"}) {
        findSockets(readProcFile(m_root + table, longestTable), wanted, found);
        if (found.size() >= wanted.size())
            break;
    }
    return found;
}

QHash<quint64, int> ProcScan::holders(const QList<LoopbackSocket> &sockets, const QList<int> &likely) const
{
    QSet<quint64> inodes;
    QSet<quint32> users;
    for (const LoopbackSocket &socket : sockets) {
        inodes.insert(socket.inode);
        users.insert(socket.user);
    }
    HolderSearch search(m_root, m_limits, inodes);
    for (int process : likely) {
        if (search.over())
            return search.found();
        search.lookAt(process);
    }
    if (search.over())
        return search.found();
    for (int process : processesOf(m_root, users, m_limits.processes)) {
        if (search.over())
            break;
        search.lookAt(process);
    }
    return search.found();
}

} // namespace gatehouse
