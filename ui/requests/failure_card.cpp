// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/failure_card.h"

#include "ui/requests/facts_grid.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

FailureCard::FailureCard(const QString &title, const Explanation &explanation, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"failureCard"_s);
    auto *card = new Card(title);
    auto *cause = new PlainLabel(explanation.cause, PlainLabel::Strong);
    cause->setObjectName(u"cause"_s);
    cause->setMinimumWidth(1);
    card->body()->addWidget(cause);
    card->body()->addWidget(valueLabel(explanation.evidence));
    auto *advice = new PlainLabel(
        tr("Start a new conversation, take fewer files or tools into it, or have its beginning "
           "summed up. A model that reads more helps too: choose another in the program, or "
           "put one into a route."));
    advice->setObjectName(u"advice"_s);
    advice->hide();
    if (explanation.remedy != Remedy::None) {
        auto *button = new QPushButton(remedyText(explanation.remedy));
        button->setObjectName(u"remedy"_s);
        auto *row = new QHBoxLayout;
        row->addWidget(button);
        row->addStretch(1);
        card->body()->addLayout(row);
        connect(button, &QPushButton::clicked, this, [this, explanation, advice] {
            if (explanation.remedy == Remedy::LowerPrompt)
                advice->show();
            Q_EMIT remedyChosen(explanation);
        });
    }
    card->body()->addWidget(advice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
}

} // namespace gatehouse
