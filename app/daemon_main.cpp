// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/commands.h"
#include "app/daemon.h"
#include "app/descriptor_limit.h"
#include "app/process_protection.h"
#include "app/qt_plugins.h"
#include "app/spare_memory.h"
#include "app/utf8_locale.h"

#include <QCoreApplication>

#include <cstdio>

// What is thrown up to here, for want of memory, is to end the program.
int main(int argc, char *argv[]) // NOLINT(bugprone-exception-escape)
{
    using namespace gatehouse;
    protectProcess();
    shareOneHeap();
    hideMemory();
    preferUtf8();
    qputenv("QT_NO_THREADED_GLIB", "1"); // the gateway thread wants the plain dispatcher
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gatehouse"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));

    const CommandLine line = readCommandLine(ProgramKind::Daemon, QCoreApplication::arguments());
    if (line.exitCode) {
        std::fputs(qUtf8Printable(line.text), *line.exitCode == 0 ? stdout : stderr);
        return *line.exitCode;
    }
    if (line.options.command != Command::Serve)
        return runCommand(line.options);
    raiseDescriptorLimit();
    loadOnlySqlPlugins();
    return Daemon(line.options).run();
}
