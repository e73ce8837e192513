// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process_protection.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gatehouse {
namespace {

void fillStandardStreams()
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF)
            ::open("/dev/null", O_RDWR); // takes the lowest number, which is this
    }
}

} // namespace

void protectProcess()
{
    fillStandardStreams();
    ::umask(077);
    const rlimit none{0, 0}; // the upper bound too: nobody raises it again
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace gatehouse
