// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/window_driver.h"

#include "tests/soak/pass_time.h"
#include "tests/support/usage_seed.h"

#include <QProcess>
#include <QSettings>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::soak::window {
namespace {

const auto main = u"^Gatehouse$"_s;
const auto dialog = u"^Export usage$"_s;

QString xdotool(const QStringList &words)
{
    QProcess tool;
    tool.start(u"xdotool"_s, words);
    tool.waitForFinished();
    return QString::fromUtf8(tool.readAllStandardOutput()).trimmed();
}

QString find(const QString &name)
{
    return xdotool({u"search"_s, u"--onlyvisible"_s, u"--name"_s, name}).section(u'\n', 0, 0);
}

bool isOpen(const QString &name)
{
    return !find(name).isEmpty();
}

} // namespace

QString makeUpYear(const QString &dataDir, int requestsPerDay)
{
    SeedPlan plan;
    plan.lastDay = QDate::currentDate().addDays(-1); // today is ours
    plan.days = 364;
    plan.requestsPerDay = requestsPerDay;
    QSettings remembered(dataDir + u"/window.ini"_s, QSettings::IniFormat);
    const QDate today = QDate::currentDate();
    remembered.setValue(u"remembered/usage/range"_s, QString(today.addDays(-364).toString(Qt::ISODate) +
                                                             u'/' + today.toString(Qt::ISODate)));
    remembered.setValue(u"remembered/usage/by"_s, 2); // model
    remembered.sync();
    return seedUsage(dataDir + u"/usage.sqlite"_s, plan);
}

QString openChartAndDialog()
{
    if (!waitUntil([] { return isOpen(main); }, 30s))
        return u"no window has come"_s;
    // A key may be lost before the window manager has given the window the focus.
    const bool opened = waitUntil(
        [] {
            xdotool({u"windowactivate"_s, u"--sync"_s, find(main)});
            xdotool({u"key"_s, u"ctrl+6"_s});
            passTime(1s);
            xdotool({u"key"_s, u"alt+e"_s});
            return waitUntil([] { return dialogIsOpen(); }, 2s);
        },
        200ms);
    return opened ? QString() : u"no dialog has come"_s;
}

bool dialogIsOpen()
{
    return isOpen(dialog);
}

void takePicture(const QString &file)
{
    QProcess::execute(u"import"_s, {u"-window"_s, u"root"_s, file});
}

} // namespace gatehouse::soak::window
