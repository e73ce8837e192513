// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/budgets.h"

#include "gateway/pipeline/budget_text.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr double nearly = 0.8;
constexpr double hair = 1e-9; // USD; ten times ten cents are not quite a dollar in binary

bool reaches(double spent, double limit)
{
    return spent > limit - hair;
}

bool isAmount(double usd)
{
    return std::isfinite(usd) && usd > 0;
}

double soundAmount(double usd)
{
    return isAmount(usd) ? usd : 0;
}

Budget budgetOf(const Config &config, const QString &client)
{
    if (client.isEmpty())
        return config.budget;
    const auto it = std::find_if(config.clients.cbegin(), config.clients.cend(),
                                 [&](const Client &each) { return each.name == client; });
    return it == config.clients.cend() ? Budget() : it->budget;
}

} // namespace

bool Budgets::Gauge::isUsedUp() const
{
    return limit > 0 && reaches(spent, limit);
}

QList<Alert> Budgets::setSpent(const Config &config, const SpendingTable &spent, const StoreSpending &asked)
{
    const qint64 askedMs = asked.askedMs;
    if (m_periods.day.endMs <= askedMs)
        enter(askedMs); // nothing was spent as late as that
    QHash<QString, Spending> told;
    for (const Spending &client : spent.clients)
        told.insert(client.client, client);
    told.insert(QString(), spent.all); // in the place of those that sent no key
    for (auto it = m_accounts.cbegin(); it != m_accounts.cend(); ++it) {
        if (!told.contains(it.key()))
            told.insert(it.key(), {});
    }
    QList<Alert> alerts;
    for (auto it = told.cbegin(); it != told.cend(); ++it) {
        const Budget budget = budgetOf(config, it.key());
        Gauges known = gaugesOf(it.key(), budget, m_periods);
        Account &account = m_accounts[it.key()];
        const Spending ours = asked.ours ? account.counted : Spending();
        Spending &before = account.before;
        before.today =
            m_periods.day.contains(askedMs) ? std::max(0.0, soundAmount(it->today) - ours.today) : 0;
        before.thisMonth = m_periods.month.contains(askedMs)
                               ? std::max(0.0, soundAmount(it->thisMonth) - ours.thisMonth)
                               : 0;
        // What either was cause for has been told already, by this program or by the one before.
        known[0].spent = std::max(known[0].spent, before.today);
        known[1].spent = std::max(known[1].spent, before.thisMonth);
        addAlerts(alerts, it.key(), known, gaugesOf(it.key(), budget, m_periods), askedMs);
    }
    return alerts;
}

QList<Alert> Budgets::spend(const Config &config, const QString &client, double usd, qint64 nowMs)
{
    if (!isAmount(usd))
        return {};
    enter(nowMs);
    QList<Alert> alerts;
    const auto add = [&](const QString &name) {
        const Budget budget = budgetOf(config, name);
        const Gauges before = gaugesOf(name, budget, m_periods);
        Spending &counted = m_accounts[name].counted;
        counted.today += usd;
        counted.thisMonth += usd;
        addAlerts(alerts, name, before, gaugesOf(name, budget, m_periods), nowMs);
    };
    add(QString());
    if (!client.isEmpty())
        add(client);
    return alerts;
}

std::optional<Error> Budgets::check(const Config &config, const Client *client, qint64 nowMs) const
{
    const Budget none;
    if (config.budget == none && (!client || client->budget == none))
        return std::nullopt; // as most are: not even the clock is looked at
    const Periods now = periodsAt(nowMs);
    const QString name = client ? client->name : QString();
    std::optional<Gauge> last;
    QString whose;
    const auto look = [&](const QString &account, const Budget &budget) {
        for (const Gauge &gauge : gaugesOf(account, budget, now)) {
            if (!gauge.isUsedUp() || gauge.lifted || (last && last->endMs >= gauge.endMs))
                continue;
            last = gauge;
            whose = account;
        }
    };
    if (client)
        look(name, client->budget);
    look(QString(), config.budget);
    if (!last)
        return std::nullopt;
    Error error{429, "rate_limit_error", "budget_exceeded",
                budgetUsedUp(whose, last->limit, last->monthly, last->spent, last->endMs)};
    error.retryAfter = std::chrono::milliseconds(last->endMs - nowMs);
    return error;
}

void Budgets::lift(const Config &config, const QString &client, qint64 nowMs)
{
    enter(nowMs);
    const Gauges gauges = gaugesOf(client, budgetOf(config, client), m_periods);
    Account &account = m_accounts[client];
    account.dayLifted = account.dayLifted || gauges[0].isUsedUp();
    account.monthLifted = account.monthLifted || gauges[1].isUsedUp();
}

QList<BudgetStatus> Budgets::status(const Config &config, qint64 nowMs) const
{
    const Periods now = periodsAt(nowMs);
    QList<BudgetStatus> all;
    const auto add = [&](const QString &client, const Budget &budget) {
        if (budget == Budget())
            return;
        const Gauges gauges = gaugesOf(client, budget, now);
        BudgetStatus status{client, budget, gauges[0].spent, gauges[1].spent};
        for (const bool lifted : {true, false}) { // one that still holds counts for more
            for (const Gauge &gauge : gauges) {
                if (!gauge.isUsedUp() || gauge.lifted != lifted)
                    continue;
                const bool isFirst = status.lifted != lifted || !status.untilMs;
                status.untilMs = isFirst ? gauge.endMs : std::max(*status.untilMs, gauge.endMs);
                status.lifted = lifted;
            }
        }
        all.append(status);
    };
    add(QString(), config.budget);
    for (const Client &client : config.clients)
        add(client.name, client.budget);
    return all;
}

//! The periods around a moment; those that are known, where they are.
Budgets::Periods Budgets::periodsAt(qint64 ms) const
{
    if (m_periods.day.contains(ms))
        return m_periods;
    return {dayAround(ms), m_periods.month.contains(ms) ? m_periods.month : monthAround(ms)};
}

//! Makes the accounts be about the periods around \a ms.
void Budgets::enter(qint64 ms)
{
    if (m_periods.day.contains(ms))
        return;
    const Periods now = periodsAt(ms);
    for (Account &account : m_accounts) {
        account.before.today = account.counted.today = 0;
        account.dayLifted = false;
        if (now.month == m_periods.month)
            continue;
        account.before.thisMonth = account.counted.thisMonth = 0;
        account.monthLifted = false;
    }
    m_periods = now;
}

Budgets::Gauges Budgets::gaugesOf(const QString &client, const Budget &budget, const Periods &now) const
{
    const Account account = m_accounts.value(client);
    Gauges gauges = {{{budget.dailyUsd, 0, false, false, now.day.endMs},
                      {budget.monthlyUsd, 0, false, true, now.month.endMs}}};
    if (now.day == m_periods.day) {
        gauges[0].spent = account.before.today + account.counted.today;
        gauges[0].lifted = account.dayLifted;
    }
    if (now.month == m_periods.month) {
        gauges[1].spent = account.before.thisMonth + account.counted.thisMonth;
        gauges[1].lifted = account.monthLifted;
    }
    return gauges;
}

void Budgets::addAlerts(QList<Alert> &alerts, const QString &client, const Gauges &before,
                        const Gauges &after, qint64 nowMs)
{
    for (size_t i = 0; i < after.size(); ++i) {
        const Gauge &gauge = after[i];
        const auto crosses = [&](double limit) {
            return gauge.limit > 0 && !reaches(before[i].spent, limit) && reaches(gauge.spent, limit);
        };
        if (crosses(gauge.limit)) {
            alerts.append({Alert::BudgetUsed, client,
                           budgetUsedUp(client, gauge.limit, gauge.monthly, gauge.spent, gauge.endMs),
                           nowMs});
        } else if (crosses(gauge.limit * nearly)) {
            alerts.append({Alert::BudgetNearlyUsed, client,
                           budgetNearlyUsed(client, gauge.limit, gauge.monthly, gauge.spent, gauge.endMs),
                           nowMs});
        }
    }
}

} // namespace gatehouse
