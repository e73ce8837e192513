// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <termios.h>
#include <unistd.h>

namespace gatehouse {
namespace {

constexpr std::array endingSignals = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};

// A signal handler can reach nothing else.
termios shownTyping = {};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
termios hiddenTyping = {}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

//! Leaves the terminal as it was to whoever is next, then lets the signal do what it usually does: only
//! after Ctrl-Z it goes on from here.
void endWhileHidden(int number)
{
    const int error = errno;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shownTyping); // without what was typed
    struct sigaction usual = {};
    struct sigaction own = {};
    usual.sa_handler = SIG_DFL;
    ::sigaction(number, &usual, &own);
    ::raise(number);
    ::sigaction(number, &own, nullptr);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hiddenTyping);
    errno = error;
}

//! Keeps the terminal from showing what is typed; one at a time.
class HiddenTyping final
{
public:
    HiddenTyping()
        : m_changed(::tcgetattr(STDIN_FILENO, &shownTyping) == 0)
    {
        if (!m_changed)
            return;
        hiddenTyping = shownTyping;
        hiddenTyping.c_lflag &= ~tcflag_t(ECHO);
        struct sigaction action = {};
        action.sa_handler = endWhileHidden;
        action.sa_flags = SA_RESTART | SA_NODEFER;
        for (size_t i = 0; i < endingSignals.size(); ++i) {
            ::sigaction(endingSignals[i], nullptr, &m_before[i]);
            if (m_before[i].sa_handler != SIG_IGN) // as of nohup
                ::sigaction(endingSignals[i], &action, nullptr);
        }
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hiddenTyping);
    }
    ~HiddenTyping()
    {
        if (!m_changed)
            return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shownTyping);
        for (size_t i = 0; i < endingSignals.size(); ++i)
            ::sigaction(endingSignals[i], &m_before[i], nullptr);
    }
    Q_DISABLE_COPY_MOVE(HiddenTyping)

private:
    std::array<struct sigaction, endingSignals.size()> m_before = {};
    const bool m_changed;
};

} // namespace

bool inputIsTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

bool outputIsTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

QByteArray Console::readSecret(const QString &prompt) const
{
    constexpr qint64 enough = 64 * 1024;
    if (!terminal)
        return in.read(enough).trimmed();
    const HiddenTyping hidden;
    err.write(prompt.toUtf8());
    const QByteArray line = in.readLine(enough).trimmed();
    err.write("\n");
    return line;
}

} // namespace gatehouse
