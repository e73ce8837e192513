// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tray/tray_bench.h"
#include "ui/tray/notifier.h"
#include "ui/tray/tray_icon.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    Bench()
    {
        auto owned = std::make_unique<FakeNoticeBoard>();
        board = owned.get();
        tray = std::make_unique<TrayIcon>(rig.context, std::make_unique<FakeTrayHost>(),
                                          std::make_unique<FakeScheme>(), std::move(owned));
        notifier = std::make_unique<Notifier>(*tray, rig.context);
    }

    QStringList causes() const
    {
        QStringList all;
        for (const Notice &notice : board->shown)
            all.append(notice.cause);
        return all;
    }

    UiRig rig;
    FakeNoticeBoard *board;
    std::unique_ptr<TrayIcon> tray;
    std::unique_ptr<Notifier> notifier;
};

} // namespace

class TestNotifier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachCauseOnce();
    void tellsAlertsOnceAMinute();
    void tellsNothingWhereItIsNotWanted();
};

void TestNotifier::tellsEachCauseOnce()
{
    Bench bench;
    bench.notifier->onStatus(listeningWith(ProviderState::Ok, true));
    QCOMPARE(bench.causes(), QStringList());
    for (int i = 0; i < 3; ++i)
        bench.notifier->onStatus(listeningWith(ProviderState::Down, false));
    bench.notifier->onStatus(listeningWith(ProviderState::Ok, true));
    bench.notifier->onPortTaken(1337, u"jan"_s);
    bench.notifier->onPortTaken(1337, u"jan"_s);
    bench.notifier->onConfigRejected(u"is wrong"_s);
    UsageRecord record;
    record.status = 200;
    record.attempts = {{u"one"_s, "m", 503, "upstream_503"}, {u"two"_s, "m", 200}};
    bench.notifier->onRecord(record);
    bench.notifier->onRecord(record);
    QCOMPARE(bench.causes(), QStringList({u"down:openai"_s, u"back:openai"_s, u"port:1337"_s, u"config"_s,
                                          u"failover:one"_s}));
}

void TestNotifier::tellsAlertsOnceAMinute()
{
    Bench bench;
    for (int i = 0; i < 2; ++i) {
        bench.notifier->onAlert({Alert::ProviderDown, u"openai"_s, u"is down"_s});
        bench.notifier->onAlert({Alert::BudgetUsed, u"Cursor"_s, u"is used up"_s});
        bench.notifier->onAlert({Alert::BudgetUsed, {}, u"is used up"_s});
    }
    QCOMPARE(bench.causes(), QStringList({u"budget:Cursor"_s, u"budget:"_s}));
}

void TestNotifier::tellsNothingWhereItIsNotWanted()
{
    Bench bench;
    bench.rig.program.chosen.notifications = false;
    bench.notifier->onStatus(listeningWith(ProviderState::Down, false));
    bench.notifier->onPortTaken(1337, {});
    QCOMPARE(bench.causes(), QStringList());
    bench.rig.program.chosen.notifications = true;
    bench.notifier->onStatus(listeningWith(ProviderState::Down, false));
    QCOMPARE(bench.causes(), QStringList{u"down:openai"_s});
}

QTEST_MAIN(TestNotifier)
#include "tst_notifier.moc"
