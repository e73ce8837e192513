// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/budgets.h"

#include <QDateTime>
#include <QTest>

#include <ctime>

namespace gatehouse::budget_sample {

//! To be called before there is an application: the clocks change on the last Sundays of March and October.
inline void liveInCentralEurope()
{
    qputenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3");
#ifndef Q_OS_WIN
    tzset();
#endif
}

inline constexpr qint64 hour = 3'600'000;

//! A moment of the local clock.
inline qint64 at(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), QStringLiteral("yyyy-MM-dd HH:mm"))
        .toMSecsSinceEpoch();
}

inline const QString a = QStringLiteral("A");

inline Config configFor(Budget ofA, Budget ofAll = {})
{
    Config config;
    config.clients = {{a, {}}, {QStringLiteral("B"), {}}};
    config.clients[0].budget = ofA;
    config.budget = ofAll;
    return config;
}

inline QList<Alert::Kind> kinds(const QList<Alert> &alerts)
{
    QList<Alert::Kind> all;
    for (const Alert &alert : alerts)
        all.append(alert.kind);
    return all;
}

using Kinds = QList<Alert::Kind>;

//! How long the client A has to wait; −1: not at all.
inline qint64 waitOf(const Budgets &budgets, const Config &config, qint64 now)
{
    const auto error = budgets.check(config, &config.clients[0], now);
    return error ? qint64(error->retryAfter->count()) : -1;
}

} // namespace gatehouse::budget_sample
