// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tray/tray_bench.h"
#include "ui/tray/tray_menu.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Config withRoutes(qsizetype count = 1)
{
    Config config;
    config.providers = {someProvider(u"openai"_s, u"Open&AI"_s), someProvider(u"claude"_s, u"Claude"_s)};
    config.providers[1].enabled = false;
    for (qsizetype i = 0; i < count; ++i)
        config.routes.append({u"smart"_s + (i == 0 ? QString() : QString::number(i)),
                              Policy::Priority,
                              {{u"openai"_s, u"openai-large"_s}, {u"claude"_s, u"claude-large"_s}}});
    return config;
}

struct Bench
{
    explicit Bench(const Config &config = withRoutes())
    {
        rig.load(config);
        rig.status.setWanted(true);
        rig.status.setStatus(listeningWith(ProviderState::Ok, true));
        menu = std::make_unique<TrayMenu>(rig.context);
    }

    QAction *action(const char *name) const { return menu->findChild<QAction *>(QString::fromLatin1(name)); }
    //! The submenu of that text, or null.
    QMenu *submenu(const QString &text) const
    {
        const QList<QAction *> all = menu->actions();
        for (QAction *entry : all) {
            if (entry->menu() && entry->text() == text)
                return entry->menu();
        }
        return nullptr;
    }

    UiRig rig;
    std::unique_ptr<TrayMenu> menu;
};

} // namespace

class TestTrayMenu final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheState();
    void tellsTheDay();
    void startsAndStops();
    void triesAgain();
    void copiesTheBaseUrl();
    void pausesPaidProviders();
    void opensAndQuits();
    void listsTargets();
    void putsATargetFirst();
    void tellsWhatWasNotSaved();
    void leavesOtherPoliciesAlone();
    void putsManyRoutesAside();
    void showsHostileNamesPlainly();
    void staysWhileItIsOpen();
};

void TestTrayMenu::tellsTheState()
{
    Bench bench;
    QVERIFY(bench.action("status")->text().contains(u"http://127.0.0.1:1337"_s));
    QVERIFY(!bench.action("status")->isEnabled());
    bench.rig.status.setStatus({});
    bench.rig.status.setWanted(false);
    QVERIFY(!bench.action("status")->text().contains(u"http"_s));
    QVERIFY(!bench.action("copy")->isEnabled());
}

void TestTrayMenu::tellsTheDay()
{
    Bench bench;
    QVERIFY(!bench.action("today")->isVisible()); // nothing is known yet
    bench.rig.daily.table = [](const UsageQuery &) {
        UsageTable table;
        table.total.requests = 132;
        return table;
    };
    QTRY_COMPARE(bench.action("today")->text(), u"Today: 132 requests"_s);
    QVERIFY(bench.action("today")->isVisible());
    QVERIFY(!bench.action("today")->isEnabled());
}

void TestTrayMenu::startsAndStops()
{
    Bench bench;
    bench.action("startStop")->trigger();
    QCOMPARE(bench.rig.program.stops, 1);
    bench.rig.status.setStatus({});
    bench.rig.status.setWanted(false);
    bench.action("startStop")->trigger();
    QCOMPARE(bench.rig.program.starts, 1);
    QCOMPARE(bench.rig.program.stops, 1);
}

void TestTrayMenu::triesAgain()
{
    Bench bench;
    bench.rig.status.setStatus({});
    bench.rig.status.setFailure(u"the port is taken"_s, 1337);
    bench.action("startStop")->trigger();
    QCOMPARE(bench.rig.program.starts, 1);
    QCOMPARE(bench.rig.program.stops, 0);
}

void TestTrayMenu::copiesTheBaseUrl()
{
    Bench bench;
    bench.action("copy")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:1337"_s);
}

void TestTrayMenu::pausesPaidProviders()
{
    Bench bench;
    QVERIFY(!bench.action("pausePaid")->isChecked());
    bench.action("pausePaid")->trigger();
    QVERIFY(bench.rig.program.chosen.pausePaid);
    Preferences other = bench.rig.program.chosen;
    other.pausePaid = false;
    bench.rig.program.setPreferences(other); // in the window
    QVERIFY(!bench.action("pausePaid")->isChecked());
}

void TestTrayMenu::opensAndQuits()
{
    Bench bench;
    QSignalSpy opened(bench.menu.get(), &TrayMenu::openRequested);
    QSignalSpy quitted(bench.menu.get(), &TrayMenu::quitRequested);
    bench.action("open")->trigger();
    QCOMPARE(opened.size(), 1);
    QSignalSpy about(bench.menu.get(), &TrayMenu::aboutRequested);
    bench.action("about")->trigger();
    QCOMPARE(about.size(), 1);
    bench.action("quit")->trigger();
    QCOMPARE(quitted.size(), 1);
    QCOMPARE(bench.rig.program.quits, 0);
}

void TestTrayMenu::listsTargets()
{
    Bench bench;
    QMenu *route = bench.submenu(u"smart"_s);
    QVERIFY(route);
    QCOMPARE(route->actions().size(), 2);
    QCOMPARE(route->actions()[0]->text(), u"Open&&AI: openai-large"_s);
    QVERIFY(route->actions()[0]->isChecked());
    QVERIFY(!route->actions()[1]->isChecked());
    QVERIFY(route->actions()[1]->text().startsWith(u"Claude: claude-large"_s));
    QVERIFY(route->actions()[1]->text() != u"Claude: claude-large"_s); // it says that it is off
}

void TestTrayMenu::putsATargetFirst()
{
    Bench bench;
    bench.submenu(u"smart"_s)->actions()[1]->trigger();
    QCOMPARE(bench.rig.saved.size(), 1);
    const QList<RouteTarget> targets = bench.rig.saved[0].routes[0].targets;
    QCOMPARE(targets.size(), 2);
    QCOMPARE(targets[0].provider, u"claude"_s);
    QCOMPARE(targets[1].provider, u"openai"_s);
    QMenu *route = bench.submenu(u"smart"_s);
    QVERIFY(route->actions()[0]->isChecked());
    QVERIFY(route->actions()[0]->text().startsWith(u"Claude"_s));

    bench.rig.load({});
    QVERIFY(!bench.submenu(u"smart"_s));
}

void TestTrayMenu::tellsWhatWasNotSaved()
{
    Bench bench;
    bench.rig.writeProblem = u"the disk is full"_s;
    QSignalSpy failed(bench.menu.get(), &TrayMenu::failed);
    bench.submenu(u"smart"_s)->actions()[1]->trigger();
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(u"the disk is full"_s));
    QVERIFY(bench.submenu(u"smart"_s)->actions()[0]->isChecked());
    QVERIFY(!bench.submenu(u"smart"_s)->actions()[1]->isChecked());
}

void TestTrayMenu::leavesOtherPoliciesAlone()
{
    Config config = withRoutes();
    config.routes[0].policy = Policy::Fastest;
    Bench bench(config);
    const QList<QAction *> entries = bench.submenu(u"smart"_s)->actions();
    for (const QAction *entry : entries)
        QVERIFY(entry->isSeparator() || (!entry->isEnabled() && !entry->isCheckable()));
}

void TestTrayMenu::putsManyRoutesAside()
{
    Bench bench(withRoutes(30));
    QVERIFY(!bench.submenu(u"smart"_s));
    QMenu *routes = bench.submenu(u"&Routes"_s);
    QVERIFY(routes);
    QCOMPARE(routes->actions().size(), 30);
    routes->actions()[29]->menu()->actions()[1]->trigger();
    QCOMPARE(bench.rig.saved.constLast().routes[29].targets[0].provider, u"claude"_s);
}

void TestTrayMenu::showsHostileNamesPlainly()
{
    Config config = withRoutes();
    config.routes[0].model = u"a&b\n\u202E"_s + QString(500, u'x');
    config.providers[0].name = u"<b>&Quit</b>\t"_s + QString(500, u'y');
    Bench bench(config);
    const QList<QAction *> all = bench.menu->actions();
    for (const QAction *entry : all) {
        if (!entry->menu())
            continue;
        QVERIFY(entry->text().startsWith(u"a&&b xxx"_s));
        QVERIFY(entry->text().size() < 70);
        QVERIFY(entry->menu()->actions()[0]->text().startsWith(u"<b>&&Quit</b> yyy"_s));
        QVERIFY(!entry->menu()->actions()[0]->text().contains(u'\t'));
        return;
    }
    QFAIL("there is no route");
}

void TestTrayMenu::staysWhileItIsOpen()
{
    Bench bench;
    bench.menu->popup({});
    QVERIFY(bench.menu->isVisible());
    bench.rig.load({});
    QVERIFY(bench.submenu(u"smart"_s)); // nothing moves under the pointer
    bench.menu->hide();
    QTRY_VERIFY(!bench.submenu(u"smart"_s));
}

QTEST_MAIN(TestTrayMenu)
#include "tst_tray_menu.moc"
