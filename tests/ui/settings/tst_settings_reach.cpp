// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"
#include "ui/settings/settings_page.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Whether the page can be used with the keyboard, a screen reader and a wheel.
class TestSettingsReach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWheelScrollsPastFields()
    {
        UiRig rig;
        SettingsPage page(rig.context);
        page.show();
        auto *box = page.findChild<QComboBox *>(u"appearance"_s);
        const auto turn = [box] {
            QWheelEvent event(box->rect().center(), box->mapToGlobal(box->rect().center()), {}, {0, -120},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(box, &event);
        };
        turn();
        QCOMPARE(int(rig.program.chosen.appearance), int(Appearance::System));
        QCOMPARE(box->currentIndex(), 0);
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        box->setFocus();
        turn();
        QCOMPARE(int(rig.program.chosen.appearance), int(Appearance::Light));
    }

    void mnemonicsAreDistinct()
    {
        UiRig rig;
        SettingsPage page(rig.context);
        page.show();
        QHash<QChar, QString> owners;
        const auto note = [&owners](const QString &text) {
            const qsizetype at = text.indexOf(u'&');
            if (at < 0 || at + 1 >= text.size() || text[at + 1] == u'&')
                return;
            const QChar letter = text[at + 1].toLower();
            QVERIFY2(!owners.contains(letter), qPrintable(owners.value(letter) + u" / "_s + text));
            owners.insert(letter, text);
        };
        const auto buttons = page.findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons)
            note(button->text());
        const auto labels = page.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->buddy())
                note(label->text());
        }
        QVERIFY(owners.size() > 15);
    }

    void everythingHasAName()
    {
        UiRig rig;
        SettingsPage page(rig.context);
        page.show();
        const auto tools = page.findChildren<QToolButton *>();
        for (const QToolButton *button : tools)
            QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
        const auto labels = page.findChildren<QLabel *>();
        const auto lines = page.findChildren<QLineEdit *>();
        for (const QLineEdit *line : lines) {
            const bool inside = qobject_cast<const QAbstractSpinBox *>(line->parentWidget()) ||
                                qobject_cast<const QComboBox *>(line->parentWidget());
            bool named = inside || !line->accessibleName().isEmpty();
            for (const QLabel *label : labels)
                named = named || label->buddy() == line;
            QVERIFY2(named, qPrintable(line->objectName()));
        }
    }
};

QTEST_MAIN(TestSettingsReach)
#include "tst_settings_reach.moc"
