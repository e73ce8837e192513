// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

namespace gatehouse {

//! Where a command reads and writes: results go to `out`, words to `err`.
struct Console
{
    QIODevice &in;
    QIODevice &out;
    QIODevice &err;
    bool terminal = false;    //!< a person types on `in`
    bool outTerminal = false; //!< a person reads `out`

    void print(const QString &line) const { out.write(line.toUtf8() + '\n'); }
    void say(const QString &line) const { err.write(line.toUtf8() + '\n'); }
    //! Says why nothing was done, and returns \a code.
    ExitCode refuse(const QString &why, ExitCode code) const
    {
        say(why);
        return code;
    }

    //! What stands on `in`, without white space around it; a person is asked with \a prompt, and does
    //! not see what is typed.
    QByteArray readSecret(const QString &prompt) const;
};

//! Whether standard input is a terminal.
bool inputIsTerminal();

//! Whether standard output is a terminal.
bool outputIsTerminal();

} // namespace gatehouse
