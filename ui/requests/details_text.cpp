// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/explain.h"
#include "ui/requests/facts.h"
#include "ui/requests/outcome.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct DetailsTextWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Facts)
};

QString listed(const QList<Fact> &facts)
{
    QString text;
    for (const Fact &fact : facts)
        text += fact.name + u": "_s + fact.value + u'\n';
    return text;
}

} // namespace

QString detailsText(const UsageRecord &record, const Config &config)
{
    const Outcome outcome = outcomeOf(record);
    QString text = outcomeName(outcome) + u" ("_s + QString::number(record.status) + u")\n"_s;
    if (outcome != Outcome::Good) {
        const Explanation why = explain(record, config);
        text += why.cause + u'\n' + why.evidence + u'\n';
    }
    text += u'\n' + listed(requestFacts(record, config)) + listed(tokenFacts(record));
    if (!record.attempts.isEmpty())
        text += u'\n' + DetailsTextWords::tr("Attempts") + u'\n';
    for (qsizetype i = 0; i < record.attempts.size(); ++i) {
        text += QString::number(i + 1) + u". "_s + attemptTarget(record.attempts[i]) + u": "_s +
                attemptResult(record.attempts[i]).replace(u'\n', u' ') + u'\n';
    }
    if (const QList<Fact> headers = headerFacts(record); !headers.isEmpty())
        text += u'\n' + DetailsTextWords::tr("Headers of the answer") + u'\n' + listed(headers);
    return text;
}

} // namespace gatehouse
