// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/config/check_rows.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! check() finds what is wrong within and between values, and nothing in a sound configuration.
class TestConfigCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundIsSilent()
    {
        const QList<Problem> problems = check(sound());
        QVERIFY2(problems.isEmpty(),
                 problems.isEmpty() ? "" : qPrintable(problems[0].path + problems[0].message));
        QVERIFY(check(Config()).isEmpty());
    }

    void clients_data()
    {
        addColumns();
        error(u"client without a name"_s, u"/clients/0/name"_s, [](Config &c) { c.clients[0].name.clear(); });
        error(u"client name with a line end"_s, u"/clients/0/name"_s,
              [](Config &c) { c.clients[0].name = u"a\nb"_s; });
        error(u"two clients of a name"_s, u"/clients/1/name"_s, [](Config &c) {
            c.clients.append({u"Cursor"_s, "sha256:" + QByteArray(64, 'b')});
        });
        error(u"two clients of a key"_s, u"/clients/1/keyHash"_s, [](Config &c) {
            c.clients.append({u"Other"_s, aHash});
        });
        for (const QByteArray &hash :
             {QByteArray(), QByteArray(64, 'a'), aHash.chopped(1), QByteArray(aHash + 'a'), aHash.toUpper(),
              QByteArray("sha256:" + QByteArray(64, 'A')), QByteArray("sha256:" + QByteArray(64, 'g'))}) {
            error(u"key hash %1"_s.arg(QLatin1StringView(hash)), u"/clients/0/keyHash"_s,
                  [hash](Config &c) { c.clients[0].keyHash = hash; });
        }
        error(u"empty model of a client"_s, u"/clients/0/models/0"_s,
              [](Config &c) { c.clients[0].models = {QString()}; });
        warning(u"client without models"_s, u"/clients/0/models"_s,
                [](Config &c) { c.clients[0].models.clear(); });
        error(u"negative limit"_s, u"/clients/0/limits/concurrent"_s,
              [](Config &c) { c.clients[0].limits.concurrent = -1; });
        error(u"negative budget"_s, u"/clients/0/budget/dailyUsd"_s,
              [](Config &c) { c.clients[0].budget.dailyUsd = -1; });
        error(u"absurd limit"_s, u"/clients/0/limits/tokensPerMinute"_s,
              [](Config &c) { c.clients[0].limits.tokensPerMinute = qint64(1e18); });
        error(u"absurd budget"_s, u"/clients/0/budget/monthlyUsd"_s,
              [](Config &c) { c.clients[0].budget.monthlyUsd = 1e300; });
        error(u"endless budget"_s, u"/clients/0/budget/monthlyUsd"_s,
              [](Config &c) { c.clients[0].budget.monthlyUsd = qInf(); });
    }
    void clients() { checkRow(); }

    void routes_data()
    {
        addColumns();
        error(u"route without a name"_s, u"/routes/0/model"_s, [](Config &c) {
            c.routes[0].model.clear();
            c.defaultModel.clear();
        });
        error(u"pattern as a route"_s, u"/routes/0/model"_s, [](Config &c) {
            c.routes[0].model = u"s*"_s;
            c.defaultModel.clear();
        });
        error(u"two routes of a name"_s, u"/routes/1/model"_s,
              [](Config &c) { c.routes.append(c.routes[0]); });
        error(u"route to nowhere"_s, u"/routes/0/targets"_s, [](Config &c) { c.routes[0].targets.clear(); });
        error(u"target without a provider"_s, u"/routes/0/targets/0/provider"_s,
              [](Config &c) { c.routes[0].targets[0].provider.clear(); });
        error(u"target's provider unknown"_s, u"/routes/0/targets/0/provider"_s,
              [](Config &c) { c.routes[0].targets[0].provider = u"opnai"_s; });
        error(u"target without a model"_s, u"/routes/0/targets/0/model"_s,
              [](Config &c) { c.routes[0].targets[0].model.clear(); });
        error(u"pattern as a target"_s, u"/routes/0/targets/0/model"_s,
              [](Config &c) { c.routes[0].targets[0].model = u"o*"_s; });
        error(u"negative weight"_s, u"/routes/0/targets/0/weight"_s,
              [](Config &c) { c.routes[0].targets[0].weight = -1; });
        warning(u"target twice"_s, u"/routes/0/targets/1/model"_s,
                [](Config &c) { c.routes[0].targets.append(c.routes[0].targets[0]); });
        warning(u"target switched off"_s, u"/routes/0/targets/0/provider"_s,
                [](Config &c) { c.providers[0].enabled = false; });
        warning(u"no share"_s, u"/routes/0/targets"_s, [](Config &c) {
            c.routes[0].policy = Policy::Weighted;
            c.routes[0].targets[0].weight = 0;
        });
        warning(u"default leads nowhere"_s, u"/defaultModel"_s, [](Config &c) {
            c.defaultModel = u"smrt"_s;
            c.providers[0].models.removeLast();
        });
        warning(u"default beside all patterns"_s, u"/defaultModel"_s,
                [](Config &c) { c.defaultModel = u"smrt"_s; });
        warning(u"pattern as a default"_s, u"/defaultModel"_s, [](Config &c) { c.defaultModel = u"o*"_s; });
        for (const QString &model : {u"gpt-4o"_s, u"fast"_s, u"o3"_s, u"openai/x"_s}) {
            warning(u"default %1 of one switched off"_s.arg(model), u"/defaultModel"_s, [model](Config &c) {
                c.providers[0].enabled = false;
                c.routes.clear();
                c.defaultModel = model;
            });
        }
    }
    void routes() { checkRow(); }

    void periods_data()
    {
        addColumns();
        error(u"cooldown"_s, u"/cooldown/maxSeconds"_s,
              [](Config &c) { c.cooldownMax = std::chrono::hours(25); });
        error(u"health"_s, u"/health/intervalSeconds"_s,
              [](Config &c) { c.healthInterval = std::chrono::seconds(-1); });
        error(u"usage"_s, u"/usage/keepDays"_s, [](Config &c) { c.usageKeepDays = -1; });
    }
    void periods() { checkRow(); }

    void money_data()
    {
        addColumns();
        error(u"negative budget of all"_s, u"/budget/dailyUsd"_s,
              [](Config &c) { c.budget.dailyUsd = -0.01; });
        error(u"budget of all is no number"_s, u"/budget/monthlyUsd"_s,
              [](Config &c) { c.budget.monthlyUsd = qQNaN(); });
        error(u"negative rate"_s, u"/alerts/errorRatePercent"_s,
              [](Config &c) { c.alerts.errorRatePercent = -1; });
        error(u"rate over all"_s, u"/alerts/errorRatePercent"_s,
              [](Config &c) { c.alerts.errorRatePercent = 101; });
        error(u"webhook in the clear"_s, u"/alerts/webhookUrl"_s,
              [](Config &c) { c.alerts.webhookUrl = u"http://hooks.example/a"_s; });
        error(u"webhook with a password"_s, u"/alerts/webhookUrl"_s,
              [](Config &c) { c.alerts.webhookUrl = u"https://u:p@hooks.example/a"_s; });
    }
    void money() { checkRow(); }

    void allowed_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, Change change) { QTest::newRow(name) << std::move(change); };
        row("any port", [](Config &c) { c.listener.port = 0; });
        row("localhost", [](Config &c) {
            c.listener.host = u"localhost"_s;
            c.clients.clear();
        });
        row("IPv6 loopback", [](Config &c) {
            c.listener.host = u"::1"_s;
            c.clients.clear();
        });
        row("an interface's own address", [](Config &c) {
            c.listener.host = u"fe80::1%eth0"_s;
            c.listener.allowedHosts = {u"[fe80::1%eth0]"_s};
        });
        row("IPv6 in capitals", [](Config &c) {
            c.listener.host = u"FD00::1"_s;
            c.listener.allowedHosts = {u"[fd00::1]:1337"_s};
        });
        row("one address", [](Config &c) {
            c.listener.host = u"192.168.1.2"_s;
            c.listener.allowedHosts = {u"box.lan"_s, u"192.168.1.2"_s};
        });
        row("everywhere, IPv6", [](Config &c) { c.listener.host = u"::"_s; });
        row("everywhere with a client", [](Config &c) { c.listener.host = u"0.0.0.0"_s; });
        row("origins", [](Config &c) {
            c.listener.allowedOrigins = {u"https://a.example"_s,
                                         u"http://a:8080"_s,
                                         u"http://[::1]:*"_s,
                                         u"app://obsidian.md"_s,
                                         u"chrome-extension://abcdef"_s,
                                         u"vscode-webview://1a2b"_s};
        });
        row("hosts", [](Config &c) {
            c.listener.allowedHosts = {u"box.lan"_s, u"box_1:80"_s, u"[fe80::1]:80"_s, u"10.0.0.1"_s};
        });
        row("no key", [](Config &c) { c.providers[0].apiKeys.clear(); });
        row("numbered key",
            [](Config &c) { c.providers[0].apiKeys = {u"keychain:openai/2@api.openai.com"_s}; });
        row("disabled", [](Config &c) {
            c.providers[0].enabled = false;
            c.routes.clear();
            c.defaultModel.clear();
        });
        row("same alias elsewhere", [](Config &c) {
            c.providers.append(c.providers[0]);
            c.providers[1].id = u"b"_s;
        });
        row("proxies", [](Config &c) { c.providers[0].proxy = u"socks5h://127.0.0.1:9050"_s; });
        row("proxy with slash", [](Config &c) { c.providers[0].proxy = u"http://proxy.lan:3128/"_s; });
        row("default by provider", [](Config &c) { c.defaultModel = u"openai/new-one"_s; });
        row("default by pattern", [](Config &c) { c.defaultModel = u"o3"_s; });
        row("money", [](Config &c) {
            c.budget = {0, 1e9};
            c.alerts = {u"https://hooks.example/a?b=c"_s, 0};
            c.providers[0].models[0].price = Price{0, 1'000'000, 0, 1'000'000};
        });
        row("local webhook", [](Config &c) { c.alerts = {u"http://192.168.1.2:8080/hook"_s, 100}; });
        row("zeros", [](Config &c) {
            c.cooldownMax = {};
            c.healthInterval = {};
            c.usageKeepDays = 0;
        });
    }
    void allowed()
    {
        QFETCH(Change, change);
        Config config = sound();
        change(config);
        const QList<Problem> problems = check(config);
        QVERIFY2(problems.isEmpty(),
                 problems.isEmpty() ? "" : qPrintable(problems[0].path + u' ' + problems[0].message));
    }
};

QTEST_GUILESS_MAIN(TestConfigCheck)
#include "tst_config_check.moc"
