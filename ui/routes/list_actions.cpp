// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/routes/list_actions.h"

#include "ui/draft.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct ListActionsWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ListActions)
};

} // namespace

QAction *addListAction(QWidget &list, QHBoxLayout &corner, const QString &text, const QString &name,
                       std::function<void()> run)
{
    auto *action = new QAction(text, &list);
    QObject::connect(action, &QAction::triggered, &list, std::move(run));
    list.addAction(action);
    list.setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
    corner.addWidget(button);
    return action;
}

bool saveOrSay(Banner &banner, Draft &draft, const Config &next)
{
    banner.clearActions();
    const QList<Problem> problems = draft.save(next);
    if (hasError(problems))
        banner.say(Tone::Bad, ListActionsWords::tr("That could not be saved. %1").arg(errorText(problems)));
    else
        banner.hide();
    return !hasError(problems);
}

void offerUndo(Banner &banner, Draft &draft, const QString &text)
{
    banner.clearActions();
    banner.say(Tone::Neutral, text);
    QPushButton *undo = banner.addAction(ListActionsWords::tr("&Undo"));
    undo->setObjectName(u"undo"_s);
    QObject::connect(undo, &QPushButton::clicked, &banner, [&banner, &draft] {
        const QList<Problem> problems = draft.undo();
        banner.clearActions();
        if (hasError(problems))
            banner.say(Tone::Bad, errorText(problems));
        else
            banner.hide();
    });
    // What came after it must not be taken back instead.
    QObject::connect(&draft, &Draft::changed, undo, [&banner, &draft, after = draft.config()] {
        if (draft.config() == after)
            return; // the file was read again
        banner.clearActions();
        banner.hide();
    });
}

} // namespace gatehouse
