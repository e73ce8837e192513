// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sockets.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace gatehouse::bench;

namespace {

//! Whether a GET of \a path gets any answer.
bool answers(std::uint16_t port, const std::string &path)
{
    const int connection = connectTo(port);
    if (connection < 0)
        return false;
    const std::string request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
    std::size_t sent = 0;
    char first = 0;
    bool answered = sendSome(connection, request, sent);
    while (answered && ::recv(connection, &first, 1, 0) < 0)
        ::usleep(100);
    ::close(connection);
    return answered && first == 'H';
}

} // namespace

//! bench_start PORT PATH COMMAND...: starts the command, prints the milliseconds until PATH is answered, ends
//! it.
int main(int argc, char *argv[])
{
    if (argc < 4) {
        std::fputs("usage: bench_start PORT PATH COMMAND...\n", stderr);
        return 2;
    }
    const auto port = std::uint16_t(std::atoi(argv[1]));
    const std::int64_t began = nowNs();
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(STDERR_FILENO, STDOUT_FILENO); // our own output is the figure only
        ::execvp(argv[3], argv + 3);
        ::_exit(127);
    }
    bool answered = false;
    while (!answered && nowNs() - began < 10'000'000'000 && ::waitpid(child, nullptr, WNOHANG) == 0) {
        answered = answers(port, argv[2]);
        if (!answered)
            ::usleep(200);
    }
    const double milliseconds = double(nowNs() - began) / 1e6;
    ::kill(child, SIGTERM);
    ::waitpid(child, nullptr, 0);
    if (!answered)
        return 1;
    std::printf("%.1f\n", milliseconds);
    return 0;
}
