// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/overview/health_list.h"
#include "ui/overview/health_row.h"
#include "ui/overview/overview_page.h"
#include "ui/overview/port_doctor.h"
#include "ui/overview/today_card.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/empty_state.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(gatehouse::GatewayStatus)

namespace {

GatewayStatus listening(GatewayStatus::Level level = GatewayStatus::Ok)
{
    GatewayStatus status;
    status.listening = true;
    status.host = u"127.0.0.1"_s;
    status.port = 1337;
    status.level = level;
    status.providers = {{u"openai"_s, u"OpenAI"_s, ProviderState::Ok, {}, {}, 412.4, 1, true}};
    return status;
}

struct Bench
{
    explicit Bench(const Config &config = {})
    {
        rig.load(config);
        page = std::make_unique<OverviewPage>(rig.context);
        page->resize(720, 600);
        page->show();
    }

    QPushButton *button(const char *name) const
    {
        return page->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    QString text(const char *name) const
    {
        return page->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    QLineEdit *line(const char *name) const
    {
        return page->findChild<QLineEdit *>(QString::fromLatin1(name));
    }

    UiRig rig;
    std::unique_ptr<OverviewPage> page;
};

Config withProvider()
{
    Config config;
    config.providers = {someProvider(u"openai"_s, u"OpenAI"_s)};
    return config;
}

} // namespace

//! What a person sees at a glance.
class TestOverviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheState_data()
    {
        QTest::addColumn<bool>("wanted");
        QTest::addColumn<GatewayStatus>("status");
        QTest::addColumn<QString>("failure");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("reachable");
        const GatewayStatus quiet;
        QTest::newRow("stopped") << false << quiet << QString() << u"Stopped"_s << u"Start"_s << false;
        QTest::newRow("starting") << true << quiet << QString() << u"Starting…"_s << u"Stop"_s << false;
        QTest::newRow("running") << true << listening() << QString() << u"Running"_s << u"Stop"_s << true;
        QTest::newRow("degraded") << true << listening(GatewayStatus::Degraded) << QString()
                                  << u"Running, degraded"_s << u"Stop"_s << true;
        QTest::newRow("down") << true << listening(GatewayStatus::Down) << QString()
                              << u"Running, without a usable provider"_s << u"Stop"_s << true;
        QTest::newRow("stopping") << false << listening() << QString() << u"Stopping…"_s << u"Start"_s
                                  << true;
        QTest::newRow("cannot listen")
            << true << quiet << u"no such address"_s << u"Cannot listen"_s << u"Start again"_s << false;
    }

    void tellsTheState()
    {
        QFETCH(bool, wanted);
        QFETCH(GatewayStatus, status);
        QFETCH(QString, failure);
        QFETCH(QString, name);
        QFETCH(QString, button);
        QFETCH(bool, reachable);
        Bench bench(withProvider());
        bench.rig.status.setWanted(wanted);
        bench.rig.status.setStatus(status);
        if (!failure.isEmpty())
            bench.rig.status.setFailure(failure, 0);
        QCOMPARE(bench.text("stateName"), name);
        QCOMPARE(bench.button("startStop")->text().remove(u'&'), button);
        QCOMPARE(bench.line("baseUrl")->isVisible(), reachable);
        if (!failure.isEmpty())
            QCOMPARE(bench.text("stateText"), failure);
    }

    void startsAndStops()
    {
        Bench bench(withProvider());
        QTest::mouseClick(bench.button("startStop"), Qt::LeftButton);
        QCOMPARE(bench.rig.program.starts, 1);
        bench.rig.status.setWanted(true);
        bench.rig.status.setStatus(listening());
        QTest::mouseClick(bench.button("startStop"), Qt::LeftButton);
        QCOMPARE(bench.rig.program.stops, 1);
        bench.rig.status.setWanted(false);
        QVERIFY(!bench.button("startStop")->isEnabled()); // it is stopping
    }

    void copiesAddresses()
    {
        Bench bench(withProvider());
        bench.rig.status.setWanted(true);
        bench.rig.status.setStatus(listening());
        const auto copied = [&](const char *name) {
            QTest::mouseClick(bench.page->findChild<CopyButton *>(QString::fromLatin1(name)), Qt::LeftButton);
            return QGuiApplication::clipboard()->text();
        };
        QCOMPARE(copied("baseUrlCopy"), u"http://127.0.0.1:1337"_s);
        QCOMPARE(copied("openAiUrlCopy"), u"http://127.0.0.1:1337/v1"_s);
        QCOMPARE(copied("curlCopy"), bench.line("curl")->text());
        QVERIFY(copied("curlCopy").contains(u"\"model\":\"openai-large\""_s));
        GatewayStatus elsewhere = listening();
        elsewhere.port = 4000;
        elsewhere.inFlight = 7;
        bench.rig.status.setStatus(elsewhere);
        QCOMPARE(copied("baseUrlCopy"), u"http://127.0.0.1:4000"_s);
        QCOMPARE(bench.text("inFlight"), u"7"_s);
    }

    void showsProvidersAsText()
    {
        Bench bench;
        GatewayStatus status = listening();
        status.providers.append({u"x"_s, u"<b>X</b>"_s, ProviderState::Down, u"<img src=x> refused"_s});
        bench.rig.status.setStatus(status);
        const QList<HealthRow *> rows = bench.page->findChildren<HealthRow *>();
        QCOMPARE(rows.size(), 2);
        auto *name = rows[1]->findChild<QLabel *>(u"providerName"_s);
        QCOMPARE(name->text(), u"<b>X</b>"_s);
        QCOMPARE(name->textFormat(), Qt::PlainText);
        auto *reason = rows[1]->findChild<QLabel *>(u"providerReason"_s);
        QCOMPARE(reason->text(), u"Down · <img src=x> refused"_s);
        QCOMPARE(reason->textFormat(), Qt::PlainText);
        QCOMPARE(rows[0]->findChild<QLabel *>(u"providerFigures"_s)->text(), u"412 ms · 1 in flight"_s);
    }

    void countsDownOnlyWhileItIsSeen()
    {
        Bench bench;
        auto *list = bench.page->findChild<HealthList *>();
        bench.rig.status.setStatus(listening());
        QVERIFY(!list->isCounting());
        GatewayStatus cooling = listening();
        cooling.providers[0].state = ProviderState::Cooling;
        cooling.providers[0].untilMs = QDateTime::currentMSecsSinceEpoch() + 60'000;
        bench.rig.status.setStatus(cooling);
        QVERIFY(list->isCounting());
        bench.page->hide();
        QVERIFY(!list->isCounting());
        bench.page->show();
        QVERIFY(list->isCounting());
        bench.rig.status.setStatus(listening());
        QVERIFY(!list->isCounting());
    }

    void offersToTryNowWhileCooling()
    {
        HealthRow row;
        row.show();
        QSignalSpy asked(&row, &HealthRow::tryNow);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        ProviderStatus status{u"openai"_s, u"OpenAI"_s, ProviderState::Ok};
        row.set(status, now);
        auto *button = row.findChild<QPushButton *>(u"tryNow"_s);
        QVERIFY(!button->isVisible());
        status.state = ProviderState::Cooling;
        status.reason = u"too many requests"_s;
        status.untilMs = now.toMSecsSinceEpoch() + 12'000;
        row.set(status, now);
        QVERIFY(button->isVisible());
        QCOMPARE(button->accessibleName(), u"Try OpenAI now"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked, QList<QVariantList>{{u"openai"_s}});
        auto *reason = row.findChild<QLabel *>(u"providerReason"_s);
        QVERIFY2(reason->text().endsWith(u"(in 12 s)"_s), qPrintable(reason->text()));
        row.tick(now.addSecs(5));
        QVERIFY2(reason->text().endsWith(u"(in 7 s)"_s), qPrintable(reason->text()));
    }

    void saysThatALookFailed()
    {
        HealthRow row;
        row.set({.id = u"a"_s, .reason = u"It answers a look at its models with HTTP 401."_s},
                QDateTime::currentDateTimeUtc());
        QCOMPARE(row.findChild<QLabel *>(u"providerReason"_s)->text(),
                 u"Last check failed · It answers a look at its models with HTTP 401."_s);
        row.set({.id = u"a"_s}, QDateTime::currentDateTimeUtc());
        QCOMPARE(row.findChild<QLabel *>(u"providerReason"_s)->text(), u"Not asked yet"_s);
    }

    void tellsWhenACooldownEnds_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("over") << -1LL << u"may be asked again now"_s;
        QTest::newRow("soon") << 12LL << u"until 14:05:22 (in 12 s)"_s;
        QTest::newRow("minutes") << 300LL << u"until 14:10:10 (in 5 min)"_s;
        QTest::newRow("hours") << 3LL * 3600 << u"until 17:05:10 (in 3 h)"_s;
    }

    void tellsWhenACooldownEnds()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, text);
        const QDateTime now({2026, 3, 5}, {14, 5, 10});
        QCOMPARE(coolingText(now.toMSecsSinceEpoch() + seconds * 1000, now.toUTC()), text);
    }

    void namesTheDayWhereItIsAnother()
    {
        const QDateTime now({2026, 3, 5}, {23, 0, 0});
        const QString text = coolingText(now.addSecs(7200).toMSecsSinceEpoch(), now);
        QVERIFY2(text.contains(QLocale().toString(QDate(2026, 3, 6), QLocale::ShortFormat)),
                 qPrintable(text));
    }

    void asksForAProvider()
    {
        Bench bench;
        QSignalSpy asked(bench.page.get(), &OverviewPage::addProviderRequested);
        auto *empty = bench.page->findChild<EmptyState *>(u"noProvider"_s);
        QVERIFY(empty->isVisible());
        QVERIFY(!bench.page->findChild<TodayCard *>()->isVisible()); // nothing can have happened
        QTest::mouseClick(empty->button(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        bench.rig.load(withProvider());
        QVERIFY(!empty->isVisible());
        QVERIFY(bench.page->findChild<TodayCard *>()->isVisible());
    }

    void resumesPaidProviders()
    {
        Bench bench(withProvider());
        auto *paused = bench.page->findChild<Banner *>(u"paused"_s);
        QVERIFY(!paused->isVisible());
        Preferences preferences;
        preferences.pausePaid = true;
        preferences.language = u"de"_s;
        bench.rig.program.setPreferences(preferences);
        QVERIFY(paused->isVisible());
        QTest::mouseClick(bench.button("resume"), Qt::LeftButton);
        preferences.pausePaid = false;
        QCOMPARE(bench.rig.program.chosen, preferences);
        QVERIFY(!paused->isVisible());
    }
};

QTEST_MAIN(TestOverviewPage)
#include "tst_overview_page.moc"
