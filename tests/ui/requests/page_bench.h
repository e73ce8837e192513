// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/requests/sample_records.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/requests/requests_page.h"

#include <QHeaderView>
#include <QTableView>
#include <QTest>

namespace gatehouse {

//! A Requests page that is shown, over a store with \a records (newest first).
struct PageBench
{
    explicit PageBench(const QList<UsageRecord> &records, const QSize &size = {900, 600})
    {
        Config config;
        config.providers = {someProvider(QStringLiteral("openai"), QStringLiteral("OpenAI")),
                            someProvider(QStringLiteral("claude"), QStringLiteral("Claude"))};
        rig.load(config);
        rig.usage.records = records;
        page.resize(size);
        page.show();
        (void)QTest::qWaitForWindowExposed(&page);
    }

    template<typename Widget>
    Widget *find(const QString &name) const
    {
        return page.findChild<Widget *>(name);
    }
    QTableView *table() const { return find<QTableView>(QStringLiteral("requests")); }
    int rows() const { return table()->model()->rowCount(); }
    QString text(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    void click(const QString &name) const
    {
        QCoreApplication::processEvents(); // it may have to be laid out yet
        QTest::mouseClick(find<QWidget>(name), Qt::LeftButton);
    }

    UiRig rig;
    RequestsPage page{rig.context};
};

} // namespace gatehouse
