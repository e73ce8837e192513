// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/providers/dialog_bench.h"

#include <QTableView>

namespace gatehouse {

//! A provider with something of everything.
inline Provider richProvider()
{
    Provider provider = someProvider(QStringLiteral("rich"), QStringLiteral("Rich"));
    provider.enabled = false;
    provider.dialect = Dialect::Anthropic;
    provider.auth = authHeaderFor(Dialect::Anthropic);
    provider.headers = {{"X-Team", "blue"}, {"X-Trace", "1"}};
    provider.models = {{QStringLiteral("m*")}, {QStringLiteral("n"), QStringLiteral("fast")}};
    provider.limits = {60, 5'000'000'000, 4};
    provider.timeouts = {std::chrono::seconds(3), std::chrono::seconds(30), std::chrono::seconds(31)};
    provider.retry = {4, std::chrono::milliseconds(100), std::chrono::milliseconds(900)};
    provider.streamUsage = StreamUsage::AsIs;
    provider.proxy = QStringLiteral("http://127.0.0.1:7890");
    return provider;
}

inline Config richConfig()
{
    Config config;
    config.providers = {someProvider(QStringLiteral("first"), QStringLiteral("First")), richProvider()};
    config.routes = {
        {QStringLiteral("smart"),
         Policy::Priority,
         {{QStringLiteral("rich"), QStringLiteral("n")}, {QStringLiteral("first"), QStringLiteral("m")}}}};
    return config;
}

//! Puts \a text into the cell of a table, as its editor does.
inline void setCell(const DialogBench &bench, const char *table, int row, int column, const QString &text)
{
    QAbstractItemModel *model = bench.find<QTableView>(table)->model();
    QVERIFY(model->setData(model->index(row, column), text, Qt::EditRole));
}

inline void setCellInNewHeader(const DialogBench &bench, const QString &name, const QString &value)
{
    bench.press("addHeader");
    const int row = bench.find<QTableView>("headers")->model()->rowCount() - 1;
    setCell(bench, "headers", row, 0, name);
    setCell(bench, "headers", row, 1, value);
}

} // namespace gatehouse
