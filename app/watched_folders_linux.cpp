// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watched_folders.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int mostLinks = 40; // as the kernel has it

QString below(const QString &folder, const QString &name)
{
    return folder.endsWith(u'/') ? QString(folder + name) : QString(folder + u'/' + name);
}

//! What the symbolic link \a path says; empty if it is none.
QString linkText(const QString &path)
{
    std::error_code error;
    const std::filesystem::path text =
        std::filesystem::read_symlink(QFile::encodeName(path).toStdString(), error);
    return error ? QString() : QFile::decodeName(text.string().c_str());
}

} // namespace

// Each in which a name is looked up on the way: a folder does not tell that it was itself put elsewhere.
QStringList watchedFolders(const QString &path)
{
    QStringList folders = {QFileInfo(path).absolutePath()};
    QString folder = u"/"_s;
    QStringList names =
        folders.first().split(u'/', Qt::SkipEmptyParts) + QStringList{QFileInfo(path).fileName()};
    for (int links = 0; !names.isEmpty() && links <= mostLinks && QFileInfo(folder).isDir();) {
        const QString name = names.takeFirst();
        if (name == "."_L1)
            continue;
        if (name == ".."_L1) {
            folder = QFileInfo(folder).path();
            continue;
        }
        if (QFileInfo(folder).isReadable())
            folders += folder;
        const QString next = below(folder, name);
        const QString target = linkText(next);
        if (target.isEmpty()) {
            folder = next;
            continue;
        }
        ++links;
        names = target.split(u'/', Qt::SkipEmptyParts) + names;
        if (target.startsWith(u'/'))
            folder = u"/"_s;
    }
    if (!QFileInfo(folders.first()).isDir())
        folders.removeFirst();
    folders.removeDuplicates();
    return folders;
}

} // namespace gatehouse
