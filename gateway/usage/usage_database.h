// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/sql.h"

#include <QSqlDatabase>

namespace gatehouse {

//! The file `usage.sqlite` and the one connection to it. To be used in the thread that opens it.
class UsageDatabase final
{
public:
    UsageDatabase() = default;
    ~UsageDatabase();
    Q_DISABLE_COPY_MOVE(UsageDatabase)

    //! Opens the file at \a path, or makes it; does nothing where it is open. One that is damaged or from a
    //! newer version is set aside under another name, and a new one begun. Blocks for the busy time-out at
    //! most.
    [[nodiscard]] SqlOutcome open(const QString &path);
    //! The open file turned out to be damaged: sets it aside and begins a new one.
    [[nodiscard]] SqlOutcome startAnew();
    void close();

    bool isOpen() const { return m_connection.isOpen(); }
    QSqlDatabase &connection() { return m_connection; }
    //! That files were set aside since the start, for a person; empty if none was.
    QString notice() const { return m_notice; }

private:
    SqlOutcome connect();
    SqlOutcome openFile();
    SqlOutcome setAside(SqlFault fault);

    QString m_path;
    QString m_notice;
    QSqlDatabase m_connection;
};

} // namespace gatehouse
