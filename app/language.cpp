// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

const auto english = u"en"_s;
const auto catalogue = u"gatehouse_"_s;

QStringList cataloguesIn(const QString &folder)
{
    QStringList codes = QDir(folder).entryList({QString(catalogue + u"*.qm"_s)}, QDir::Files, QDir::Name);
    for (QString &code : codes)
        code = code.sliced(catalogue.size()).chopped(3);
    return codes;
}

//! Numbers and dates go with the text around them, and where they can be they are those of the country.
QLocale formatsFor(const QString &code)
{
    const QLocale system = QLocale::system();
    const QLocale spoken(code);
    if (system.language() == spoken.language() && system.script() == spoken.script())
        return system;
    return code == english ? QLocale(QLocale::English, system.territory()) : spoken;
}

} // namespace

QString languageFor(const QStringList &wanted, const QStringList &offered)
{
    for (const QString &wish : wanted) {
        const QLocale locale(wish);
        if (locale.language() == QLocale::English)
            return english;
        const auto fits = [&](const QString &code) {
            return QLocale(code).language() == locale.language() && QLocale(code).script() == locale.script();
        };
        if (const auto it = std::find_if(offered.cbegin(), offered.cend(), fits); it != offered.cend())
            return *it;
    }
    return english;
}

SpokenLanguage::SpokenLanguage(const QString &folder)
    : m_folder(folder)
{
}

SpokenLanguage::~SpokenLanguage() = default;

bool SpokenLanguage::speak(const QString &code)
{
    const QStringList wanted = code.isEmpty() ? QLocale::system().uiLanguages() : QStringList{code};
    const QString language = languageFor(wanted, cataloguesIn(m_folder));
    if (language == m_spoken)
        return false;
    m_spoken = language;
    m_translators.clear(); // which takes them out of use
    QLocale::setDefault(formatsFor(language));
    install(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(catalogue + language, m_folder);
    return true;
}

//! A catalogue that is not there is not missed: the text stays English.
void SpokenLanguage::install(const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(name, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace gatehouse
