// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config_json.h"
#include "gateway/config/config_write.h"
#include "gateway/config/presets.h"

#include <QTest>

#include <functional>

using Change = std::function<void(gatehouse::Config &)>;
Q_DECLARE_METATYPE(Change)

namespace gatehouse {

inline QByteArray quotes(QByteArray text)
{
    return text.replace('\'', '"');
}

inline void writeColumns()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("after");
}

//! Two texts between which a change to the configuration lies; `'` stands for `"`.
inline void row(const char *name, const QByteArray &before, const Change &change, const QByteArray &after)
{
    QTest::newRow(name) << quotes(before) << change << quotes(after);
}

//! Checks a row: that text comes out, and the old one when nothing is changed.
inline void checkRow()
{
    QFETCH(QByteArray, before);
    QFETCH(Change, change);
    QFETCH(QByteArray, after);
    Config config = readConfig(before).config;
    const bool holdsKey = before.contains("sk-");
    if (!before.trimmed().isEmpty() && !holdsKey) {
        const Result<QByteArray> same = writeConfig(before, config);
        QVERIFY2(same.hasValue(), same ? "" : qPrintable(same.error().message));
        QCOMPARE(*same, before);
    }
    change(config);
    const Result<QByteArray> result = writeConfig(before, config);
    QVERIFY2(result.hasValue(), result ? "" : qPrintable(result.error().message));
    QCOMPARE(*result, after);
    QVERIFY(readConfig(*result).config == config);
}

inline Provider custom(const QString &id)
{
    Provider provider;
    provider.id = id;
    provider.name = id;
    provider.baseUrl = QStringLiteral("https://%1.example/v1").arg(id);
    return provider;
}

inline Provider fromPreset(const QString &id)
{
    return findPreset(id)->provider;
}

} // namespace gatehouse
