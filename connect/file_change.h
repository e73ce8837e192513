// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse {

//! What is to become of a file.
struct FileChange
{
    QString path;
    std::optional<QByteArray> before = {}; //!< none: there is no such file yet
    std::optional<QByteArray> after = {};  //!< none: the file goes
    //! When settings are taken back: the names of ours that stay in the file, since someone changed them or
    //! put something beside them. `model_providers.gatehouse`.
    QStringList left = {};

    bool changesNothing() const { return before == after; }
};

//! One line of a difference.
struct DifferenceLine
{
    enum Kind { Same, Removed, Added, Gap };

    Kind kind = Same;
    QString text = {};

    bool operator==(const DifferenceLine &) const = default;
};

//! The lines of \a change that differ, with \a around lines before and behind each; a Gap stands for what was
//! left out.
QList<DifferenceLine> differenceOf(const FileChange &change, int around = 3);

} // namespace gatehouse
