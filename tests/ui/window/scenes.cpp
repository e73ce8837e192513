// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/scenes.h"

#include "gateway/config/presets.h"
#include "tests/support/usage_seed.h"
#include "tests/ui/connect/home_with_apps.h"
#include "tests/ui/import/import_scene.h"
#include "tests/ui/self_test/fake_self_tester.h"
#include "tests/ui/usage/year_of_usage.h"
#include "ui/about/about_dialog.h"
#include "ui/clients/client_dialog.h"
#include "ui/clients/new_key_dialog.h"
#include "ui/connect/connect_page.h"
#include "ui/connect/deeds.h"
#include "ui/main_window.h"
#include "ui/providers/provider_dialog.h"
#include "ui/routes/route_dialog.h"
#include "ui/self_test/self_test_dialog.h"
#include "ui/settings/restore_dialog.h"

#include <QComboBox>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

Provider fromPreset(const QString &id)
{
    const Preset *preset = findPreset(id);
    return preset ? preset->provider : someProvider(id, id);
}

Config fullConfig()
{
    Config config;
    config.providers = {fromPreset(u"openai"_s), fromPreset(u"anthropic"_s), fromPreset(u"deepseek"_s),
                        fromPreset(u"ollama"_s)};
    config.providers[0].apiKeys = {u"keychain:openai@api.openai.com"_s};
    config.providers[2].enabled = false;
    config.routes = {{u"smart"_s,
                      Policy::Priority,
                      {{u"openai"_s, u"gpt-4o"_s}, {u"anthropic"_s, u"claude-sonnet-4-5"_s}}},
                     {u"cheap"_s,
                      Policy::Weighted,
                      {{u"deepseek"_s, u"deepseek-chat"_s, 3}, {u"openai"_s, u"gpt-4o-mini"_s, 1}}}};
    config.clients = {{u"Editor"_s, "sha256:" + QByteArray(64, 'a'), {u"*"_s}, {60, 0, 4}, {5, 50}},
                      {u"Batch jobs"_s, "sha256:" + QByteArray(64, 'b'), {u"cheap"_s}, {}, {2, 0}}};
    config.budget = {20, 200};
    return config;
}

GatewayStatus fullStatus()
{
    GatewayStatus status;
    status.listening = true;
    status.host = u"127.0.0.1"_s;
    status.port = 1337;
    status.inFlight = 3;
    status.level = GatewayStatus::Degraded;
    status.providers = {
        {.id = u"openai"_s,
         .name = u"OpenAI"_s,
         .state = ProviderState::Ok,
         .latencyMs = 412,
         .inFlight = 2,
         .usable = true},
        {.id = u"anthropic"_s,
         .name = u"Anthropic"_s,
         .state = ProviderState::Cooling,
         .reason = u"429 Too Many Requests"_s,
         .untilMs = QDateTime::currentMSecsSinceEpoch() + 42'000},
        {.id = u"deepseek"_s, .name = u"DeepSeek"_s, .state = ProviderState::Disabled},
        {.id = u"ollama"_s,
         .name = u"Ollama"_s,
         .state = ProviderState::Down,
         .reason = u"connection refused"_s},
    };
    const qint64 tomorrow = QDate::currentDate().addDays(1).startOfDay().toMSecsSinceEpoch();
    status.budgets = {{{}, {20, 200}, 6.87, 80.2},
                      {u"Editor"_s, {5, 50}, 1.2, 31.5},
                      {u"Batch jobs"_s, {2, 0}, 2.04, 12, false, tomorrow}};
    return status;
}

//! A day at work: quiet at night, with an hour in which one provider was down.
UsageTable usageOf(const UsageQuery &query)
{
    UsageTable table;
    table.total.requests = 1'327;
    table.total.failed = 41;
    table.total.tokens = {3'412'000, 284'300, 1'100'000, 0, 0};
    table.total.costUsd = 6.87;
    table.total.unpriced = 18;
    if (query.step == UsageStep::Day)
        return table;
    for (int hour = 0; hour < 24; ++hour) {
        if (hour > 4 && hour < 11)
            continue;
        for (const QString &provider : {u"openai"_s, u"anthropic"_s, u"ollama"_s}) {
            UsageRow row{query.fromMs + hour * 3'600'000LL, provider};
            row.totals.requests = (hour * 37 + provider.size() * 11) % 83;
            if (provider == "anthropic"_L1)
                row.totals.failed = row.totals.requests * (hour % 7) / 8;
            table.rows.append(row);
        }
    }
    return table;
}

Scene page(const QString &name, MainWindow::PageId id)
{
    return {name, [id](UiRig &rig) {
                auto window = std::make_unique<MainWindow>(rig.context);
                window->showPage(id);
                window->resize(900, 600);
                return window;
            }};
}

} // namespace

void fillRig(UiRig &rig)
{
    rig.secrets.entries.insert(u"openai@api.openai.com"_s, "sk-stored");
    rig.program.kept = {{u"/v/2.json"_s, QDateTime::currentDateTimeUtc().addSecs(-3600), 2100},
                        {u"/v/1.json"_s, QDateTime::currentDateTimeUtc().addDays(-2), 1800}};
    rig.daily.table = usageOf;
    rig.usage.table = [year = YearOfUsage({u"openai"_s, u"anthropic"_s, u"deepseek"_s, u"ollama"_s})](
                          const UsageQuery &query) { return year.answer(query); };
    QRandomGenerator random(7);
    for (qint64 id = 200; id > 0; --id) { // one each half minute, newest first
        const qint64 ago = (200 - id) * 31'000;
        UsageRecord record = plausibleRequest(random, QDateTime::currentMSecsSinceEpoch() - ago);
        record.id = id;
        rig.usage.records.append(record);
    }
    rig.load(fullConfig(), "DEEPSEEK_API_KEY=sk-set\n");
    rig.status.setWanted(true);
    rig.status.setStatus(fullStatus());
}

//! The page Connect in a home where two applications are installed, and what it shows before it writes.
std::vector<Scene> connectScenes()
{
    static const HomeWithApps home;
    qputenv("HOME", home.surroundings().home.toLocal8Bit()); // shown as `~`
    return {{u"connect"_s,
             [](UiRig &rig) {
                 rig.program.where.dataDir = home.dataDir();
                 auto page = std::make_unique<ConnectPage>(rig.context, home.surroundings());
                 page->resize(900, 600);
                 return page;
             }},
            {u"connect_change"_s, [](UiRig &rig) {
                 rig.program.where.dataDir = home.dataDir();
                 const auto setup = std::make_shared<AppSetup>(rig.context, home.surroundings());
                 ChangeDialog::Deed deed =
                     setUpDeed(*setup, *connectableApp(u"claude-code"_s), {setup->url(), u"smart"_s});
                 deed.write = [setup](const QList<AppPlan> &) { return QString(); }; // and keeps it
                 return std::make_unique<ChangeDialog>(deed);
             }}};
}

std::vector<Scene> scenes()
{
    std::vector<Scene> all = {
        page(u"overview"_s, MainWindow::Overview), page(u"providers"_s, MainWindow::Providers),
        page(u"routes"_s, MainWindow::Routes),     page(u"clients"_s, MainWindow::Clients),
        page(u"usage"_s, MainWindow::Usage),       page(u"requests"_s, MainWindow::Requests),
        page(u"settings"_s, MainWindow::Settings),
    };
    for (Scene &scene : connectScenes())
        all.push_back(std::move(scene));
    all.push_back({u"port_taken"_s, [](UiRig &rig) {
                       rig.status.setStatus({});
                       rig.status.setFailure(u"The port 1337 is taken by jan (process 812)."_s, 1337);
                       rig.status.setConfigProblem(u"/providers/0/baseUrl: is not a URL"_s);
                       auto window = std::make_unique<MainWindow>(rig.context);
                       window->resize(900, 600);
                       return window;
                   }});
    all.push_back({u"empty_overview"_s, [](UiRig &rig) {
                       rig.load({});
                       rig.status.setStatus({.listening = true, .host = u"127.0.0.1"_s, .port = 1337});
                       auto window = std::make_unique<MainWindow>(rig.context);
                       window->resize(900, 600);
                       return window;
                   }});
    all.push_back({u"failed_request"_s, [](UiRig &rig) {
                       for (UsageRecord &record : rig.usage.records) {
                           if (record.status >= 400 && !record.attempts.isEmpty()) {
                               std::swap(record, rig.usage.records.first());
                               std::swap(record.timeMs, rig.usage.records.first().timeMs);
                               break;
                           }
                       }
                       auto window = std::make_unique<MainWindow>(rig.context);
                       window->showPage(MainWindow::Requests);
                       window->resize(1280, 800);
                       QTimer::singleShot(100, window.get(), [page = window.get()] {
                           page->findChild<QTableView *>(u"requests"_s)->selectRow(0);
                       });
                       return window;
                   }});
    all.push_back({u"overview_all"_s, [](UiRig &rig) {
                       Q_EMIT rig.gateway.usageStateChanged({false, u"The disk is full."_s, 312, 5});
                       auto window = std::make_unique<MainWindow>(rig.context);
                       window->resize(900, 1100);
                       return window;
                   }});
    all.push_back({u"empty_providers"_s, [](UiRig &rig) {
                       rig.load({});
                       auto window = std::make_unique<MainWindow>(rig.context);
                       window->showPage(MainWindow::Providers);
                       window->resize(900, 600);
                       return window;
                   }});
    all.push_back({u"provider_new"_s,
                   [](UiRig &rig) { return std::make_unique<ProviderDialog>(rig.context, std::nullopt); }});
    all.push_back({u"provider_edit"_s, [](UiRig &rig) {
                       return std::make_unique<ProviderDialog>(rig.context, rig.draft.config().providers[0]);
                   }});
    all.push_back({u"provider_variable"_s, [](UiRig &rig) {
                       return std::make_unique<ProviderDialog>(rig.context, rig.draft.config().providers[1]);
                   }});
    for (const int tab : {1, 2})
        all.push_back({tab == 1 ? u"provider_models"_s : u"provider_advanced"_s, [tab](UiRig &rig) {
                           auto dialog =
                               std::make_unique<ProviderDialog>(rig.context, rig.draft.config().providers[0]);
                           dialog->findChild<QTabWidget *>()->setCurrentIndex(tab);
                           return dialog;
                       }});
    all.push_back({u"settings_end"_s, [](UiRig &rig) {
                       auto window = std::make_unique<MainWindow>(rig.context);
                       window->showPage(MainWindow::Settings);
                       window->resize(900, 1900); // all of it at once
                       return window;
                   }});
    all.push_back({u"route"_s, [](UiRig &rig) {
                       return std::make_unique<RouteDialog>(rig.context, rig.draft.config().routes[1]);
                   }});
    all.push_back({u"client"_s, [](UiRig &rig) {
                       return std::make_unique<ClientDialog>(rig.context, rig.draft.config().clients[0]);
                   }});
    all.push_back({u"new_key"_s, [](UiRig &) {
                       return std::make_unique<NewKeyDialog>(u"Editor"_s, "gh-" + QByteArray(64, '7'),
                                                             u"http://127.0.0.1:1337"_s);
                   }});
    all.push_back(
        {u"about"_s, [](UiRig &rig) { return std::make_unique<AboutDialog>(rig.program.places()); }});
    all.push_back({u"restore"_s, [](UiRig &rig) {
                       Config kept = rig.draft.config();
                       kept.routes.clear();
                       kept.listener.port = 4000;
                       return std::make_unique<RestoreDialog>(u"today"_s, rig.draft.config(), kept);
                   }});
    for (const auto id : {MainWindow::Usage, MainWindow::Providers})
        all.push_back({id == MainWindow::Usage ? u"usage_small"_s : u"providers_small"_s, [id](UiRig &rig) {
                           auto window = std::make_unique<MainWindow>(rig.context);
                           window->showPage(id);
                           window->resize(window->minimumSize());
                           if (auto *by = window->findChild<QComboBox *>(u"by"_s))
                               by->setCurrentIndex(1);
                           return window;
                       }});
    for (const bool known : {true, false})
        all.push_back({known ? u"self_test"_s : u"self_test_new"_s, [known](UiRig &rig) {
                           const Provider &provider = rig.draft.config().providers[0];
                           auto *tester = new FakeSelfTester;
                           if (known)
                               tester->known = {
                                   sheetWithoutImages(provider, testableModels(provider).value(0))};
                           auto dialog = std::make_unique<SelfTestDialog>(rig.context, *tester, provider.id);
                           tester->setParent(dialog.get());
                           return dialog;
                       }});
    for (const bool hostile : {false, true})
        all.push_back({hostile ? u"import_hostile"_s : u"import"_s,
                       [hostile](UiRig &rig) { return importScene(rig, hostile); }});
    return all;
}

} // namespace gatehouse
