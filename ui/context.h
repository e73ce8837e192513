// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

class Draft;
class Gateway;
class LiveStatus;
class Program;
class SecretStore;
class UsageSource;
class UsageToday;

//! What every page is given. All of it outlives the pages.
struct Context
{
    Draft &draft;
    LiveStatus &status;
    Gateway &gateway; //!< for probes and "try now"
    SecretStore &secrets;
    Program &program;
    UsageSource &usage;
    UsageToday &today;
};

} // namespace gatehouse
