// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! Files and folders that this process makes are its user's alone (umask 077), and no core dump of it is
//! written, whatever the one who started it allowed. A standard stream that was closed leads nowhere, so that
//! no file that is opened later takes its place and what is meant for a terminal. The first thing in main().
void protectProcess();

//! Closes this process's memory, environment and descriptors to other programs of the same user, debuggers
//! included; until then each of them may look. Linux only (`PR_SET_DUMPABLE`, prctl(2)). Not in builds with a
//! sanitizer, whose search for leaks attaches to the process from outside.
void hideMemory();

} // namespace gatehouse
