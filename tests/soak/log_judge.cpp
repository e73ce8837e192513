// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/log_judge.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse::soak {
namespace {

constexpr qsizetype mostExamples = 200; // a report of a sanitizer has many lines

//! What a warning or an error may say, because something was done that it tells of. Alerts are explained for
//! providers with a fault only: a healthy one that is called down is a finding.
const QRegularExpression &explanations()
{
    static const QStringList patterns = {
        // Providers that fail.
        u"Alert: (resets|refuses|refuses-ant|cuts|cuts-ant|cuts-gem|stalls|garbage|garbage-gem|gone) "
        u"(is down\\.|is up again\\.|fails often:|refuses a key\\.)"_s,
        // Questions with words that a provider's dialect lacks.
        u"Left out for the provider [a-z0-9-]+: (logit_bias|seed)"_s,
        // Configurations that must not come into force: first what is wrong with them, then the consequence.
        u"The new configuration is not valid: the last good one stays in force\\.$"_s,
        u"/: (line [0-9]+, column [0-9]+: |must be an object)"_s,
        u"/providers/0/(id|baseUrl): "_s,
    };
    static const QRegularExpression any(u"^(?:"_s + patterns.join(u'|') + u')');
    return any;
}

} // namespace

void LogJudge::add(const QByteArray &line)
{
    ++m_lines;
    if (line.contains(R"("level":"info")") || line.contains(R"("level":"debug")"))
        return;
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QString message = object["message"_L1].toString();
    if (!message.isEmpty() && explanations().match(message).hasMatch())
        ++m_explained;
    else
        noteUnexpected(line);
}

void LogJudge::noteUnexpected(const QByteArray &line)
{
    ++m_unexpected;
    if (m_examples.size() < mostExamples)
        m_examples.append(line);
}

} // namespace gatehouse::soak
