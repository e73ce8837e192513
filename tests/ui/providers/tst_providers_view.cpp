// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/providers/providers_view.h"
#include "ui/widgets/reorder_view.h"

#include <QLineEdit>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! The list of providers itself.
class TestProvidersView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! In the order in which they are asked, which a search leaves alone.
    void findsOneOfMany()
    {
        UiRig rig;
        Config config;
        for (int i = 0; i < 8; ++i)
            config.providers.append(someProvider(u"p%1"_s.arg(i), u"Provider %1"_s.arg(i)));
        rig.load(config);
        ProvidersView view(rig.context);
        view.refresh();
        view.show();
        auto *search = view.findChild<QLineEdit *>(u"providerSearch"_s);
        QVERIFY(!search->isVisible());
        config.providers.append(someProvider(u"last-7"_s, u"Last"_s));
        rig.load(config);
        view.refresh();
        QVERIFY(search->isVisible());
        QTest::keyClicks(search, u"7"_s);
        QCOMPARE(view.current()->id, u"p7"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(view.current()->id, u"last-7"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(view.current()->id, u"p7"_s);
        QCOMPARE(view.list().model()->rowCount(), 9);
    }
};

QTEST_MAIN(TestProvidersView)
#include "tst_providers_view.moc"
