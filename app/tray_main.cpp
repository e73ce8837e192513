// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/command_line.h"
#include "app/descriptor_limit.h"
#include "app/display.h"
#include "app/exit_code.h"
#include "app/process_protection.h"
#include "app/spare_memory.h"

#include <QApplication>

#include <cstdio>

// What is thrown up to here, for want of memory, is to end the program.
int main(int argc, char *argv[]) // NOLINT(bugprone-exception-escape)
{
    using namespace gatehouse;
    protectProcess();
    shareOneHeap();
    qputenv("QT_NO_THREADED_GLIB", "1"); // the gateway thread wants the plain dispatcher
    QCoreApplication::setApplicationName(QStringLiteral("gatehouse"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));

    const CommandLine line = readCommandLine(ProgramKind::Tray, argumentsOf(argc, argv));
    if (line.exitCode) {
        std::fputs(qUtf8Printable(line.text), *line.exitCode == 0 ? stdout : stderr);
        return *line.exitCode;
    }
    if (!hasDisplay()) {
        std::fputs("There is no display to show a window on. gatehoused runs without one.\n", stderr);
        return Failed;
    }
    raiseDescriptorLimit();
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("io.github.gatehouse.Gatehouse"));
    const Paths paths = pathsFor(line.options);
    makePrivateFolder(paths.dataDir); // the lock lies there; what fails is said later
    SingleInstance instance(paths.dataDir);
    switch (instance.claim()) {
    case SingleInstance::First:
        return Application(line.options, instance).run();
    case SingleInstance::Second:
        return Ended;
    case SingleInstance::Deaf:
        std::fputs("Gatehouse runs already, but does not answer.\n", stderr);
    }
    return Failed;
}
