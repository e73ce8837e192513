// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <vector>

namespace gatehouse {

//! The one of \a offered, such as `zh_CN`, that \a wanted (most wanted first, such as `zh-Hans-SG`) can be
//! read in: of the same language and script. `en` if there is none.
QString languageFor(const QStringList &wanted, const QStringList &offered);

//! The language that the program speaks: its catalogues, Qt's own, and how numbers and dates are written.
class SpokenLanguage final
{
public:
    //! Catalogues are looked for in \a folder, as `gatehouse_CODE.qm`.
    explicit SpokenLanguage(const QString &folder = QStringLiteral(":/i18n"));
    ~SpokenLanguage();

    //! \a code such as `zh_CN`; empty: the system's. Returns whether another language is spoken now.
    bool speak(const QString &code);
    //! What is spoken, such as `zh_CN`; empty before speak().
    const QString &spoken() const { return m_spoken; }

private:
    void install(const QString &name, const QString &folder);

    const QString m_folder;
    QString m_spoken;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace gatehouse
