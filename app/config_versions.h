// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "ui/program.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace gatehouse {

//! The last ten versions of config.json, in the folder `versions` of the data folder, for its owner only:
//! files called after when they were kept, such as `2026-11-25T10-15-03.123Z.json`. Secrets that stood in one
//! are not kept.
class ConfigVersions final
{
public:
    static constexpr int kept = 10;

    explicit ConfigVersions(const QString &dataDir);

    //! Keeps \a text unless it is blank, or the newest already. Returns why that failed; empty if it did not.
    [[nodiscard]] QString keep(const QByteArray &text);
    //! Newest first.
    QList<ConfigVersion> list() const;
    //! The text of the version at \a path, which must be one of list().
    Result<QByteArray> read(const QString &path) const;

private:
    QString write(const QByteArray &text, const QDateTime &time);

    QString m_folder;
};

} // namespace gatehouse
