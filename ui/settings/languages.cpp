// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/languages.h"

#include <QDir>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

const auto prefix = u"gatehouse_"_s;

} // namespace

QList<Language> languagesIn(const QString &folder)
{
    QList<Language> found = {{u"en"_s, u"English"_s}};
    const QStringList files = QDir(folder).entryList({QString(prefix + u"*.qm"_s)}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString code = file.sliced(prefix.size()).chopped(3);
        if (code.section(u'_', 0, 0) == "en"_L1)
            continue;
        const QString name = QLocale(code).nativeLanguageName();
        found.append({code, name.isEmpty() ? code : name});
    }
    return found;
}

} // namespace gatehouse
