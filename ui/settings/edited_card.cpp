// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/edited_card.h"

#include "ui/draft.h"
#include "ui/settings/setting_names.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"

#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

EditedCard::EditedCard(const Context &context, const QString &title, const QString &applyText,
                       const QString &revertText, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_body(new QVBoxLayout)
    , m_conflict(new Banner)
    , m_problem(new Banner)
    , m_apply(new QPushButton(applyText))
    , m_revert(new QPushButton(revertText))
{
    m_conflict->setObjectName(u"conflict"_s);
    m_conflict->setClosable(false);
    m_problem->setObjectName(u"problem"_s);
    m_apply->setObjectName(u"apply"_s);
    m_revert->setObjectName(u"revert"_s);
    QPushButton *theirs = m_conflict->addAction(tr("Show the file's values"));
    theirs->setObjectName(u"takeTheirs"_s);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_revert);
    buttons->addWidget(m_apply);
    auto *card = new Card(title);
    m_body->setSpacing(8);
    card->body()->addLayout(m_body);
    card->body()->addWidget(m_conflict);
    card->body()->addWidget(m_problem);
    card->body()->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(theirs, &QPushButton::clicked, this, &EditedCard::revert);
    connect(m_apply, &QPushButton::clicked, this, &EditedCard::apply);
    connect(m_revert, &QPushButton::clicked, this, &EditedCard::revert);
}

bool EditedCard::isEdited() const
{
    Config typed = m_file;
    read(typed);
    return !samePart(typed, m_file);
}

void EditedCard::type(const Config &typed)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        fill(typed);
    }
    update();
}

void EditedCard::begin()
{
    revert();
}

void EditedCard::refresh()
{
    const Config &file = m_context.draft.config();
    if (!isEdited()) {
        revert();
        return;
    }
    const bool other = !samePart(file, m_file);
    m_file = file;
    if (!isEdited())
        m_conflict->hide(); // the file says the same by now
    else if (other)
        m_conflict->say(Tone::Warning, tr("The configuration file has changed meanwhile. What you typed is "
                                          "kept; applying it replaces the file's values."));
    update();
}

void EditedCard::edited()
{
    if (!m_filling)
        update();
}

bool EditedCard::samePart(const Config &a, const Config &b) const
{
    Config other = b;
    copyPart(a, other);
    return other == b;
}

void EditedCard::apply()
{
    Config next = m_context.draft.config();
    read(next);
    const QList<Problem> problems = m_context.draft.save(next);
    if (!hasError(problems))
        return revert();
    m_problem->say(Tone::Bad, tr("That could not be saved. %1").arg(settingProblems(problems)));
    onRefused(problems);
}

void EditedCard::revert()
{
    m_file = m_context.draft.config();
    {
        const QScopedValueRollback filling(m_filling, true);
        fill(m_file);
    }
    m_conflict->hide();
    m_problem->hide();
    update();
}

void EditedCard::update()
{
    Config next = m_file;
    read(next);
    const bool different = !samePart(next, m_file);
    m_apply->setEnabled(different);
    m_revert->setEnabled(different);
    onEdited(next);
}

} // namespace gatehouse
