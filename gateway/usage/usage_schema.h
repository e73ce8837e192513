// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/sql.h"

#include <QList>
#include <QStringList>

namespace gatehouse {

//! The statements that lead from one version of the schema to the next.
using Migration = QStringList;

//! All since the empty file; how many there are is the version that this program writes.
QList<Migration> usageMigrations();

//! The columns of `requests` in the contract's order (section 5), with a comma between them.
QString requestColumns();

//! Brings \a database to the last version of \a migrations, each in a transaction of its own. Fails with
//! Newer where it is past that, with Damaged where it holds what is not ours.
SqlOutcome migrate(QSqlDatabase &database, const QList<Migration> &migrations);

//! Looks for every table, at a cost that does not grow with the file; fails with Misfit where one is
//! missing.
SqlOutcome checkTables(QSqlDatabase &database);

} // namespace gatehouse
