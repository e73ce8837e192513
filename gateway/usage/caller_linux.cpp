// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/clock.h"
#include "gateway/usage/caller.h"
#include "gateway/usage/proc_scan.h"
#include "gateway/usage/program_names.h"
#include "gateway/usage/socket_diag.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <deque>

namespace gatehouse {
namespace {

using std::chrono::milliseconds;

constexpr qsizetype mostKnown = 4'096; // more than there are connections at a time, as a rule
constexpr size_t mostRecent = 16;
// However long a search takes, most of the thread's time is for other things.
constexpr int restForEachLook = 4;
constexpr milliseconds shortestRest{5};
constexpr std::chrono::seconds lookedWithin{1};

} // namespace

struct CallerLookup::Private
{
    struct Known
    {
        quint64 inode = 0;
        QString name = {};
    };

    SocketDiag diag;
    ProcScan scan{"/proc"};
    ProgramNames names{"/proc"};
    QHash<PortPair, Known> known;
    QSet<PortPair> waiting;
    std::deque<int> recent;       //!< processes that were found last: their next connection is likely theirs
    std::deque<TimePoint> looked; //!< within the last second
    TimePoint restUntil = {};
    QTimer timer;
    int looks = 0;

    TimePoint mayLookAt() const;
    void lookWhenAllowed();
    void look();
    void remember(const QList<LoopbackSocket> &sockets, const QHash<quint64, int> &holders, TimePoint now);
    void noteRecent(int process);
};

CallerLookup::CallerLookup()
    : d(std::make_unique<Private>())
{
    d->timer.setSingleShot(true);
    d->timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&d->timer, &QTimer::timeout, &d->timer, [this] { d->lookWhenAllowed(); });
}

CallerLookup::~CallerLookup() = default;

int CallerLookup::looks() const
{
    return d->looks;
}

void CallerLookup::prepare(quint16 peerPort, quint16 ownPort)
{
    d->waiting.insert({peerPort, ownPort});
    d->lookWhenAllowed();
}

QString CallerLookup::take(quint16 peerPort, quint16 ownPort)
{
    const PortPair ports{peerPort, ownPort};
    if (d->waiting.contains(ports))
        d->lookWhenAllowed();
    if (d->waiting.contains(ports))
        return {}; // what is known of the port may be of an earlier connection
    return d->known.value(ports).name;
}

QString CallerLookup::nameOf(quint16 peerPort, quint16 ownPort)
{
    prepare(peerPort, ownPort);
    return take(peerPort, ownPort);
}

TimePoint CallerLookup::Private::mayLookAt() const
{
    if (looked.size() < size_t(mostLooksPerSecond))
        return restUntil;
    return std::max(restUntil, looked.front() + lookedWithin);
}

void CallerLookup::Private::lookWhenAllowed()
{
    if (waiting.isEmpty())
        return;
    const TimePoint now = Clock::now();
    const TimePoint then = mayLookAt();
    if (now >= then)
        return look();
    if (!timer.isActive())
        timer.start(std::chrono::ceil<milliseconds>(then - now));
}

//! One search serves all that wait.
void CallerLookup::Private::look()
{
    timer.stop();
    ++looks;
    const TimePoint now = Clock::now();
    looked.push_back(now);
    if (looked.size() > size_t(mostLooksPerSecond))
        looked.pop_front();

    QSet<PortPair> elsewhere = waiting;
    QList<LoopbackSocket> sockets = diag.take(elsewhere);
    if (!elsewhere.isEmpty())
        sockets += scan.sockets(elsewhere);
    QList<LoopbackSocket> unknown;
    for (const LoopbackSocket &socket : sockets) {
        if (known.value(socket.ports).inode != socket.inode)
            unknown.append(socket);
    }
    const QHash<quint64, int> holders = scan.holders(unknown, {recent.cbegin(), recent.cend()});
    remember(sockets, holders, now);
    waiting.clear();

    const TimePoint end = Clock::now();
    restUntil = end + std::max<Clock::duration>(shortestRest, restForEachLook * (end - now));
}

void CallerLookup::Private::remember(const QList<LoopbackSocket> &sockets, const QHash<quint64, int> &holders,
                                     TimePoint now)
{
    QHash<PortPair, Known> seen;
    for (const LoopbackSocket &socket : sockets) {
        Known entry = known.value(socket.ports);
        if (entry.inode != socket.inode) {
            const auto holder = holders.constFind(socket.inode);
            if (holder == holders.cend())
                continue;
            entry = {socket.inode, names.nameOf(*holder, now)};
            noteRecent(*holder);
        }
        seen.insert(socket.ports, entry);
    }
    if (known.size() > mostKnown)
        known.clear();
    for (const PortPair &ports : std::as_const(waiting)) {
        if (seen.contains(ports))
            known.insert(ports, seen.value(ports));
        else
            known.remove(ports);
    }
}

void CallerLookup::Private::noteRecent(int process)
{
    std::erase(recent, process);
    recent.push_front(process);
    if (recent.size() > mostRecent)
        recent.pop_back();
}

} // namespace gatehouse
