// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config_check.h"

#include <QTest>

#include <functional>

namespace gatehouse {

//! What a test row breaks in a sound configuration.
using Change = std::function<void(Config &)>;

inline const QByteArray aHash = "sha256:" + QByteArray(64, 'a');

//! A configuration without a problem.
inline Config sound()
{
    using namespace Qt::StringLiterals;
    Config config;
    Provider provider;
    provider.id = u"openai"_s;
    provider.name = u"OpenAI"_s;
    provider.baseUrl = u"https://api.openai.com/v1"_s;
    provider.apiKeys = {u"${OPENAI_API_KEY}"_s, u"keychain:openai@api.openai.com"_s};
    provider.headers = {{"OpenAI-Organization", "org-1"}};
    provider.models = {{u"gpt-4o"_s, u"fast"_s}, {u"o*"_s}};
    config.providers = {provider};
    config.clients = {{u"Cursor"_s, aHash}};
    config.routes = {{u"smart"_s, Policy::Priority, {{u"openai"_s, u"gpt-4o"_s}}}};
    config.defaultModel = u"smart"_s;
    return config;
}

inline void addRow(const QString &name, const QString &path, bool warning, Change change)
{
    QTest::newRow(qPrintable(name)) << std::move(change) << path << warning;
}

//! A row whose change makes one error, at \a path.
inline void error(const QString &name, const QString &path, Change change)
{
    addRow(name, path, false, std::move(change));
}

//! A row whose change makes one warning, at \a path.
inline void warning(const QString &name, const QString &path, Change change)
{
    addRow(name, path, true, std::move(change));
}

inline void addColumns()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("warning");
}

//! Makes the row's change and looks for the one problem that it brings.
inline void checkRow()
{
    QFETCH(Change, change);
    QFETCH(QString, path);
    QFETCH(bool, warning);
    Config config = sound();
    change(config);
    const QList<Problem> problems = check(config);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].path, path);
    QCOMPARE(problems[0].warning, warning);
    QVERIFY(!problems[0].message.isEmpty());
}

} // namespace gatehouse
