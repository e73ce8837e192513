// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/scenes.h"
#include "ui/theme/palettes.h"
#include "ui/theme/style.h"

#include <QApplication>
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

//! ui_shots FOLDER [NAME…]: draws all scenes, or those named, light and dark.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setStyle(new Style);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments[1])) {
        std::fputs("usage: ui_shots FOLDER [NAME...]\n", stderr);
        return 2;
    }
    const QStringList wanted = arguments.sliced(2);
    bool ok = true;
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
        for (const Scene &scene : scenes()) {
            if (!wanted.isEmpty() && !wanted.contains(scene.name))
                continue;
            const QString path =
                u"%1/%2-%3.png"_s.arg(arguments[1], scene.name, dark ? u"dark"_s : u"light"_s);
            if (!draw(scene, path)) {
                std::fprintf(stderr, "%s cannot be drawn\n", qPrintable(path));
                ok = false;
            }
        }
    }
    return ok ? 0 : 1;
}
