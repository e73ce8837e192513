// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include <termios.h>
#include <unistd.h>

namespace gatehouse {
namespace {

//! Keeps the terminal from showing what is typed.
class HiddenTyping final
{
public:
    HiddenTyping()
        : m_changed(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        termios hidden = m_before;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenTyping()
    {
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(HiddenTyping)

private:
    termios m_before = {};
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
    err.write(prompt.toUtf8());
    const HiddenTyping hidden;
    const QByteArray line = in.readLine(enough).trimmed();
    err.write("\n");
    return line;
}

} // namespace gatehouse
