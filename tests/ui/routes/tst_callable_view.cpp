// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/routes/callable_view.h"
#include "ui/routes/server_text.h"

#include <QAbstractItemModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Config sample()
{
    Config config;
    config.providers = {someProvider(u"openai"_s, u"OpenAI"_s), someProvider(u"claude"_s, u"Claude"_s)};
    config.routes = {{u"smart"_s, Policy::Priority, {{u"claude"_s, u"claude-large"_s}}}};
    return config;
}

QStringList shown(const CallableView &view)
{
    const QAbstractItemModel *model = view.findChild<QTableView *>(u"callable"_s)->model();
    QStringList names;
    for (int row = 0; row < model->rowCount(); ++row)
        names.append(model->index(row, 0).data().toString());
    return names;
}

} // namespace

//! The list of names: what is shown, found and kept.
class TestCallableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesDownFromTheSearch()
    {
        CallableView view;
        view.setNames(callableNames(sample()));
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        auto *search = view.findChild<QLineEdit *>(u"search"_s);
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(view.findChild<QTableView *>(u"callable"_s)->hasFocus());
        QCOMPARE(view.selectedNames(), shown(view).first(1));
    }

    void searches_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("a name") << u"LARGE"_s
                                << QStringList{u"smart"_s, u"openai-large"_s, u"claude-large"_s};
        QTest::newRow("a kind") << u"route"_s << QStringList{u"smart"_s};
        QTest::newRow("a provider") << u"Claude"_s
                                    << QStringList{u"smart"_s, u"claude-large"_s, u"small-claude"_s,
                                                   u"claude-small"_s, u"claude/*"_s};
        QTest::newRow("nothing") << u"gemini"_s << QStringList();
        QTest::newRow("an expression is none") << u".*"_s << QStringList();
    }

    void searches()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, names);
        CallableView view;
        view.setNames(callableNames(sample()));
        view.show();
        QTest::keyClicks(view.findChild<QLineEdit *>(u"search"_s), text);
        QCOMPARE(shown(view), names);
        QCOMPARE(view.findChild<QTableView *>(u"callable"_s)->isVisible(), !names.isEmpty());
    }

    void sortsAndGoesBackToTheOrderOfMatching()
    {
        CallableView view;
        view.setNames(callableNames(sample()));
        QCOMPARE(shown(view).first(), u"smart"_s);
        auto *table = view.findChild<QTableView *>(u"callable"_s);
        table->sortByColumn(0, Qt::AscendingOrder);
        QCOMPARE(shown(view).first(), u"claude-large"_s);
        table->sortByColumn(-1, Qt::AscendingOrder);
        QCOMPARE(shown(view).first(), u"smart"_s);
    }

    void keepsWhatIsSelected()
    {
        CallableView view;
        Config config = sample();
        view.setNames(callableNames(config));
        auto *table = view.findChild<QTableView *>(u"callable"_s);
        table->selectRow(int(shown(view).indexOf(u"claude-large"_s)));
        config.routes.prepend({u"first"_s, Policy::Fastest, {{u"openai"_s, u"openai-large"_s}}});
        view.setNames(callableNames(config));
        QCOMPARE(shown(view).first(), u"first"_s);
        QCOMPARE(view.selectedNames(), QStringList{u"claude-large"_s});
    }

    void copiesAndActivates()
    {
        CallableView view;
        view.setNames(callableNames(sample()));
        view.show();
        QSignalSpy activated(&view, &CallableView::activated);
        auto *table = view.findChild<QTableView *>(u"callable"_s);
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"smart"_s);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(activated, QList<QVariantList>{{u"smart"_s}});
    }

    void putsServersInWords_data()
    {
        QTest::addColumn<Policy>("policy");
        QTest::addColumn<QList<ServingProvider>>("servers");
        QTest::addColumn<QString>("text");
        const ServingProvider a{u"a"_s, u"A"_s, u"m"_s, 3};
        const ServingProvider b{u"b"_s, u"B"_s, u"other"_s, 1};
        const ServingProvider off{u"c"_s, u"C"_s, u"m"_s, 9, false};
        const ServingProvider spare{u"d"_s, u"D"_s, u"m"_s, 0};
        QTest::newRow("nobody") << Policy::Priority << QList<ServingProvider>() << u"Nobody"_s;
        QTest::newRow("one") << Policy::Priority << QList{a} << u"A"_s;
        QTest::newRow("in order") << Policy::Priority << QList{a, b, off}
                                  << u"A → B (other) → C (switched off)"_s;
        QTest::newRow("shares")
            << Policy::Weighted << QList{a, b, off, spare}
            << u"A (75 %), B (other, 25 %), C (switched off), D (only if all others fail)"_s;
        QTest::newRow("fastest") << Policy::Fastest << QList{a, b} << u"The fastest of: A, B (other)"_s;
        QTest::newRow("all off") << Policy::Priority << QList{off} << u"Nobody now: C (switched off)"_s;
    }

    void putsServersInWords()
    {
        QFETCH(Policy, policy);
        QFETCH(QList<ServingProvider>, servers);
        QFETCH(QString, text);
        QCOMPARE(serverText(servers, policy, u"m"_s), text);
    }
};

QTEST_MAIN(TestCallableView)
#include "tst_callable_view.moc"
