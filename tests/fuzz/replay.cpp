// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a target without libFuzzer: over what it is begun with, and over a number of mutations that are always
// the same. What fails is left in a file, which given as an argument is run alone.
//   replay_guard --seeds guard MUTATIONS
//   replay_guard FILE…
#include "mutation.h"
#include "seeds.h"

#include <QFile>

#include <csignal>
#include <cstdio>
#if defined(__has_feature) // clang
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1 // as GCC says it
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

using namespace Qt::StringLiterals;

namespace {

// For a handler of signals.
QByteArray finding = "finding"; //!< where what fails is left
QByteArray current;             //!< what the target is being run with

void keepCurrent()
{
    if (std::FILE *file = std::fopen(finding.constData(), "wb")) {
        std::fwrite(current.constData(), 1, size_t(current.size()), file);
        std::fclose(file);
        std::fprintf(stderr, "The input is in %s (%lld bytes).\n", finding.constData(),
                     qlonglong(current.size()));
    }
}

void die(int signal)
{
    keepCurrent();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(const QByteArray &input)
{
    current = input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(current.constData()), size_t(current.size()));
}

int runFiles(int count, char **names)
{
    for (int i = 0; i < count; ++i) {
        QFile file(QString::fromLocal8Bit(names[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s cannot be read\n", names[i]);
            return 2;
        }
        run(file.readAll());
    }
    return 0;
}

int runSeeds(const QByteArray &target, int mutations)
{
    finding = "finding-" + target;
    const QByteArrayList seeds = seedsFor(QString::fromLatin1(target));
    if (seeds.isEmpty()) {
        std::fputs("There is nothing to begin with.\n", stderr);
        return 1;
    }
    for (const QByteArray &seed : seeds)
        run(seed);
    FuzzDice dice(1);
    for (int i = 0; i < mutations; ++i)
        run(mutated(seeds[i % seeds.size()], seeds, dice));
    std::printf("%lld seeds, %d mutations\n", qlonglong(seeds.size()), mutations);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_set_death_callback(keepCurrent);
#else
    std::signal(SIGSEGV, die);
#endif
    std::signal(SIGABRT, die);
    if (argc < 2) {
        std::fputs("usage: replay_TARGET --seeds TARGET MUTATIONS | FILE...\n", stderr);
        return 2;
    }
    if (argc == 4 && qstrcmp(argv[1], "--seeds") == 0)
        return runSeeds(argv[2], QByteArray(argv[3]).toInt());
    return runFiles(argc - 1, argv + 1);
}
