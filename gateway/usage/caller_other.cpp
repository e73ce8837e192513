// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/caller.h"

namespace gatehouse {

// Not yet found out on this system.
struct CallerLookup::Private
{
};

CallerLookup::CallerLookup() = default;

CallerLookup::~CallerLookup() = default;

void CallerLookup::prepare(quint16, quint16) {}

QString CallerLookup::take(quint16, quint16)
{
    return {};
}

QString CallerLookup::nameOf(quint16, quint16)
{
    return {};
}

int CallerLookup::looks() const
{
    return 0;
}

} // namespace gatehouse
