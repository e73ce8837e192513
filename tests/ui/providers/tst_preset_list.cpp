// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/presets.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/providers/local_servers.h"
#include "ui/providers/preset_list.h"
#include "ui/providers/provider_probe.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! The ids that can be chosen, `-` for a custom provider; headings in brackets.
QStringList lines(const PresetList &list)
{
    QStringList lines;
    for (int row = 0; row < list.rowCount(); ++row) {
        const QModelIndex index = list.index(row);
        const QString id = index.data(PresetList::PresetRole).toString();
        if (!index.flags().testFlag(Qt::ItemIsSelectable))
            lines.append(u'[' + index.data().toString() + u']');
        else
            lines.append(id.isEmpty() ? u"-"_s : id);
    }
    return lines;
}

} // namespace

//! The choice of presets.
class TestPresetList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! Jan's port is ours too: another Gatehouse there is no Jan.
    void asksNoOtherGatehouse()
    {
        UiRig rig;
        Config config;
        config.listener.port = 1338;
        const auto asked = [&](const QString &owner) {
            rig.program.owner = owner;
            LocalServers servers(rig.context);
            servers.look(config);
            return servers.findChildren<ProviderProbe *>().size();
        };
        QCOMPARE(asked(u"gatehoused (process 5)"_s), asked(u"jan (process 5)"_s) - 1);
    }

    void holdsEveryPresetOnce()
    {
        PresetList list;
        const QAbstractItemModelTester tester(&list);
        QStringList ids = lines(list);
        QCOMPARE(ids.takeLast(), u"-"_s);
        ids.removeIf([](const QString &line) { return line.startsWith(u'['); });
        QCOMPARE(ids.size(), presets().size());
        QCOMPARE(ids.removeDuplicates(), 0);
    }

    void findsByAnyName_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        const QStringList rest{u"[Something else]"_s, u"-"_s};
        const QStringList kimi =
            QStringList{u"[International]"_s, u"moonshot"_s, u"[China]"_s, u"moonshot-cn"_s} + rest;
        QTest::newRow("name") << u"kIMi "_s << kimi;
        QTest::newRow("Chinese") << u"月之暗面"_s << kimi;
        QTest::newRow("host") << u"groq.com"_s << QStringList{u"[International]"_s, u"groq"_s} + rest;
        QTest::newRow("nobody") << u"<b>nobody</b>"_s << rest;
    }

    void findsByAnyName()
    {
        QFETCH(QString, text);
        PresetList list;
        list.setFilter(text);
        QTEST(lines(list), "found");
        QVERIFY(list.index(list.firstChoice()).flags().testFlag(Qt::ItemIsSelectable));
    }

    void putsWhatRunsOnTop()
    {
        PresetList list;
        list.setRunning({u"ollama"_s});
        const QStringList all = lines(list);
        QCOMPARE(all.first(2), (QStringList{u"[Found on this machine]"_s, u"ollama"_s}));
        QCOMPARE(all.count(u"ollama"_s), 1);
        QCOMPARE(list.rowOf(u"ollama"_s), 1);
        QCOMPARE(list.firstChoice(), 1);
        list.setFilter(u"openai.com"_s);
        QVERIFY(!lines(list).contains(u"ollama"_s));
    }
};

QTEST_MAIN(TestPresetList)
#include "tst_preset_list.moc"
