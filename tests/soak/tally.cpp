// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/tally.h"

namespace gatehouse::soak {
namespace {

constexpr qsizetype mostExamples = 10;

qint64 sum(const Endings &endings, qint64 Ended::*which)
{
    qint64 all = 0;
    for (const Ended &ended : endings)
        all += ended.*which;
    return all;
}

} // namespace

void Tally::noteWrong(const QByteArray &what)
{
    ++wrong;
    if (wrongExamples.size() < mostExamples)
        wrongExamples.append(what);
}

Tally &Tally::operator+=(const Tally &other)
{
    for (auto it = other.endings.cbegin(); it != other.endings.cend(); ++it) {
        Ended &here = endings[it.key()];
        here.ok += it->ok;
        here.failed += it->failed;
    }
    left += other.left;
    unsent += other.unsent;
    local += other.local;
    refusedAtDoor += other.refusedAtDoor;
    wrong += other.wrong;
    wrongExamples += other.wrongExamples;
    return *this;
}

qint64 Tally::ok() const
{
    return sum(endings, &Ended::ok);
}

qint64 Tally::failed() const
{
    return sum(endings, &Ended::failed);
}

} // namespace gatehouse::soak
