// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/details_content.h"

#include "ui/requests/explain.h"
#include "ui/requests/facts_grid.h"
#include "ui/requests/failure_card.h"
#include "ui/requests/outcome.h"
#include "ui/requests/waterfall_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/state_mark.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct DetailsContentWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::DetailsContent)
};

Card *cardWith(const QString &title, QWidget *content)
{
    auto *card = new Card(title);
    card->body()->addWidget(content);
    return card;
}

QWidget *timeCard(const UsageRecord &record)
{
    const Waterfall waterfall = waterfallOf(record);
    Card *card = cardWith(DetailsContentWords::tr("Where the time went"), new WaterfallView(waterfall));
    if (waterfall.left > 0)
        card->body()->addWidget(
            new PlainLabel(DetailsContentWords::tr("Attempts that are not shown: %1.").arg(waterfall.left),
                           PlainLabel::Muted));
    return card;
}

QWidget *attemptsCard(const UsageRecord &record)
{
    constexpr qsizetype most = 40;
    auto *list = new QWidget;
    list->setObjectName(u"attempts"_s);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    const qsizetype shown = std::min(most, record.attempts.size());
    for (int i = 0; i < int(shown); ++i) {
        const AttemptRecord &attempt = record.attempts[i];
        auto *mark = new StateMark;
        const bool failed = !attempt.code.isEmpty();
        mark->set(failed ? Tone::Bad : Tone::Good,
                  failed ? DetailsContentWords::tr("Failed") : DetailsContentWords::tr("Answered"));
        grid->addWidget(mark, 2 * i, 0);
        const QString name = QString::number(i + 1) + u". "_s + attemptTarget(attempt);
        grid->addWidget(valueLabel(name), 2 * i, 1);
        grid->addWidget(valueLabel(attemptResult(attempt)), 2 * i + 1, 1);
    }
    return cardWith(DetailsContentWords::tr("Attempts (%1)").arg(record.attempts.size()), list);
}

} // namespace

QWidget *detailsContent(const UsageRecord &record, bool whole, const Config &config,
                        std::function<void(const Explanation &)> remedy)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 8, 8, 0);
    layout->setSpacing(10);
    if (!whole)
        layout->addWidget(new PlainLabel(DetailsContentWords::tr("Reading the details…"), PlainLabel::Muted));
    if (const Outcome outcome = outcomeOf(record); whole && outcome != Outcome::Good) {
        const QString title = outcome == Outcome::Left ? DetailsContentWords::tr("Why did it end early?")
                                                       : DetailsContentWords::tr("Why did it fail?");
        auto *card = new FailureCard(title, explain(record, config));
        QObject::connect(card, &FailureCard::remedyChosen, card, std::move(remedy));
        layout->addWidget(card);
    }
    layout->addWidget(timeCard(record));
    if (!record.attempts.isEmpty())
        layout->addWidget(attemptsCard(record));
    layout->addWidget(
        cardWith(DetailsContentWords::tr("Tokens and cost"), new FactsGrid(tokenFacts(record))));
    layout->addWidget(
        cardWith(DetailsContentWords::tr("Request"), new FactsGrid(requestFacts(record, config))));
    if (const QList<Fact> headers = headerFacts(record); !headers.isEmpty())
        layout->addWidget(cardWith(DetailsContentWords::tr("Headers of the answer"), new FactsGrid(headers)));
    layout->addStretch(1);
    return content;
}

} // namespace gatehouse
