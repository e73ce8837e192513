// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"
#include "tests/ui/window/scenes.h"
#include "ui/theme/palettes.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

//! False when there is nothing in the picture.
bool draw(const Scene &scene, const QString &path)
{
    UiRig rig;
    fillRig(rig);
    const std::unique_ptr<QWidget> widget = scene.make(rig);
    widget->show();
    if (!QTest::qWaitForWindowExposed(widget.get()))
        return false;
    QTest::qWait(200); // lists and images that come from the event loop
    const QPixmap picture = widget->grab();
    return !picture.isNull() && picture.save(path);
}

} // namespace

//! ui_shots [--language zh_CN] FOLDER [NAME…]: draws all scenes, or those named, light and dark.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setStyle(new Style);
    QCommandLineParser parser;
    parser.addOption({u"language"_s, u"The language to draw in."_s, u"code"_s, u"en"_s});
    parser.process(application);
    QStringList wanted = parser.positionalArguments();
    const QString folder = wanted.isEmpty() ? QString() : wanted.takeFirst();
    if (folder.isEmpty() || !QDir().mkpath(folder)) {
        std::fputs("usage: ui_shots [--language CODE] FOLDER [NAME...]\n", stderr);
        return 2;
    }
    SpokenLanguage language;
    language.speak(parser.value(u"language"_s));
    bool ok = true;
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
        for (const Scene &scene : scenes()) {
            if (!wanted.isEmpty() && !wanted.contains(scene.name))
                continue;
            const QString path = u"%1/%2-%3.png"_s.arg(folder, scene.name, dark ? u"dark"_s : u"light"_s);
            if (!draw(scene, path)) {
                std::fprintf(stderr, "%s cannot be drawn\n", qPrintable(path));
                ok = false;
            }
        }
    }
    return ok ? 0 : 1;
}
