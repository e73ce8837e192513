// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/autostart.h"

#include "app/paths.h"
#include "app/words.h"
#include "gateway/base/whole_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Desktop Application Autostart Specification 0.5.
QString entryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           "/autostart/gatehouse.desktop"_L1;
}

//! One argument of `Exec`, quoted as the Desktop Entry Specification 1.5 wants it, then escaped as a value.
QString quoted(const QString &argument)
{
    QString text;
    for (const QChar c : argument) {
        if (u"\"`$\\"_s.contains(c))
            text += u'\\';
        text += c == u'%' ? u"%%"_s : QString(c);
    }
    return u'"' + text.replace(u'\\', u"\\\\"_s) + u'"';
}

} // namespace

bool startsAtLogin()
{
    QFile file(entryPath());
    return file.open(QIODevice::ReadOnly) && !file.readAll().contains("\nHidden=true");
}

QString setStartsAtLogin(bool on, const QStringList &arguments)
{
    const QString path = entryPath();
    if (!on)
        return !QFile::exists(path) || QFile::remove(path) ? QString()
                                                           : AppWords::tr("%1 cannot be removed.").arg(path);
    QString command = quoted(QCoreApplication::applicationFilePath()) + " --hidden"_L1;
    for (const QString &argument : arguments)
        command += u' ' + quoted(argument);
    const QString entry =
        u"[Desktop Entry]\nType=Application\nName=Gatehouse\n"
        "Comment=Local gateway from AI applications to LLM providers\n"
        "Icon=io.github.gatehouse.Gatehouse\nTerminal=false\nX-GNOME-Autostart-enabled=true\nExec=%1\n"_s.arg(
            command);
    makePrivateFolder(QFileInfo(path).absolutePath()); // that it could not be made shows in what follows
    const QString problem = writeWholeFile(path, entry.toUtf8(), FileReaders::AsBefore);
    return problem.isEmpty() ? problem : AppWords::tr("%1 cannot be written: %2").arg(path, problem);
}

} // namespace gatehouse
