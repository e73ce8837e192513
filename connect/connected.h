// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/setting.h"
#include "gateway/base/result.h"

#include <QDateTime>

#include <optional>

namespace gatehouse {

//! A setting that we wrote, and what someone else had there before.
struct WrittenSetting
{
    QStringList path;
    QByteArray ours; //!< its meaningDigest()
    std::optional<QByteArray> former = {};
    qsizetype reached = 0; //!< how many names of the path were there before us

    bool operator==(const WrittenSetting &) const = default;
};

//! A file that we wrote.
struct WrittenFile
{
    QString path;
    SettingsFormat format = SettingsFormat::Json;
    bool existed = false;          //!< before we first wrote it
    bool isEdited = false;         //!< someone else changed it between two times that we wrote it
    QString backup = {};           //!< of the file before we first wrote it; empty where there was none
    QStringList laterBackups = {}; //!< of what others had made of it before we wrote it again
    QByteArray digest = {};        //!< SHA-256 of the file as we wrote it last, in hex
    QStringList madeFolders = {};  //!< the outermost first
    QList<WrittenSetting> settings = {};

    bool operator==(const WrittenFile &) const = default;
};

//! All that is remembered of an application that was set up.
struct Connected
{
    QString app;
    QString url;
    QString model = {};
    QString client = {};
    QDateTime time = {};
    QList<WrittenFile> files = {};

    bool operator==(const Connected &) const = default;
};

//! What the file \a path remembers; nothing where there is none. What is no record in it is left out. Errors:
//! a file that cannot be read, or holds something else: to write over it would lose how files are put back.
Result<QList<Connected>> readConnected(const QString &path);

//! Returns why that failed, empty if it did not.
[[nodiscard]] QString writeConnected(const QString &path, const QList<Connected> &all);

//! As 64 hex digits.
QByteArray digestOf(const QByteArray &bytes);

} // namespace gatehouse
