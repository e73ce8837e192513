// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/secret_bytes.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QString>

namespace gatehouse {

//! A line of a `.env` file that could not be read. The line itself is not kept: it may hold a secret.
struct BadLine
{
    int number = 0;  //!< from 1; 0 = the file as a whole
    QString message; //!< what is wrong with it

    bool operator==(const BadLine &) const = default;
};

//! The variables that `${NAME}` in a configuration refers to: those of the process, and below them those of a
//! `.env` file. A plain value: a default-made one is empty.
class Environment
{
public:
    //! The process environment, looked up anew on each call of value().
    static Environment fromProcess();

    //! Puts the variables of a `.env` file below the process's own, in place of an earlier file's.
    //!
    //! A line is `NAME=value`, also after `export `. A value in double quotes knows `\n`, `\r`, `\t`, `\"`,
    //! `\\` and `\$`; one in single quotes `\'` and `\\`. Without quotes it ends before ` #` and is trimmed.
    //! Nothing is expanded; no value spans lines; of equal names the last counts; a BOM and CRLF are taken.
    //! Bad lines are left out and reported. A file above 1 MiB is not read at all. \a text may be wiped
    //! afterwards.
    QList<BadLine> readFile(QByteArrayView text);

    //! The value of \a name; empty when it is not set. A variable that is empty in the process counts as
    //! not set there.
    QByteArray value(const QString &name) const;

    bool operator==(const Environment &) const = default;

private:
    bool m_process = false;
    QHash<QByteArray, SecretBytes> m_file;
};

} // namespace gatehouse
