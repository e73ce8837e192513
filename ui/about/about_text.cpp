// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/about/about_text.h"

#include <QCoreApplication>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct AboutWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::About)
};

} // namespace

QString aboutText(const Places &places)
{
    const auto line = [](const QString &name, const QString &value) {
        return AboutWords::tr("%1: %2").arg(name, value);
    };
    const QString system = QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture();
    return QStringList{line(AboutWords::tr("Version"), QCoreApplication::applicationVersion()),
                       line(AboutWords::tr("Qt"), QString::fromLatin1(qVersion())),
                       line(AboutWords::tr("System"), system),
                       line(AboutWords::tr("Configuration"), places.config),
                       line(AboutWords::tr("Data folder"), places.dataDir),
                       line(AboutWords::tr("Log file"), places.log)}
        .join(u'\n');
}

} // namespace gatehouse
