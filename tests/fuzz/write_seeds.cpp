// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what each target is begun with where libFuzzer looks for it.
//   fuzz_seeds FOLDER TARGET…        FOLDER/TARGET/1, FOLDER/TARGET/2, …
#include "seeds.h"

#include <QDir>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fputs("usage: fuzz_seeds FOLDER TARGET...\n", stderr);
        return 2;
    }
    for (int i = 2; i < argc; ++i) {
        const QString target = QString::fromLocal8Bit(argv[i]);
        const QDir folder(QString::fromLocal8Bit(argv[1]) + u'/' + target);
        folder.mkpath(u"."_s);
        int number = 0;
        for (const QByteArray &seed : seedsFor(target)) {
            QFile file(folder.filePath(QString::number(++number)));
            if (!file.open(QIODevice::WriteOnly) || file.write(seed) != seed.size()) {
                std::fprintf(stderr, "%s cannot be written\n", qPrintable(file.fileName()));
                return 1;
            }
        }
    }
    return 0;
}
