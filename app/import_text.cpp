// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_text.h"

#include "app/config_file.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString wordFor(ImportChange::Subject subject)
{
    switch (subject) {
    case ImportChange::Host:
        return u"host"_s;
    case ImportChange::Provider:
        return u"provider"_s;
    case ImportChange::Route:
        return u"route"_s;
    case ImportChange::Client:
        return u"client"_s;
    case ImportChange::Setting:
        break;
    }
    return u"setting"_s;
}

QChar signFor(ImportChange::Kind kind)
{
    switch (kind) {
    case ImportChange::Added:
        return u'+';
    case ImportChange::Removed:
        return u'-';
    case ImportChange::Changed:
        break;
    }
    return u'~';
}

//! \a text without control characters: an imported name must not clear the screen that warns of it.
QString plainText(QString text)
{
    for (QChar &c : text) {
        const bool steers = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        if (steers)
            c = u'?';
    }
    return text;
}

QString lineFor(const ImportChange &change, bool colours)
{
    QString line = change.keyGoesThere ? u"! "_s : u"  "_s;
    line += signFor(change.kind) + u' ' + wordFor(change.subject) + u' ' + plainText(change.name);
    if (!change.detail.isEmpty())
        line += u": "_s + plainText(change.detail);
    return change.keyGoesThere && colours ? "\x1b[31m"_L1 + line + "\x1b[0m"_L1 : line;
}

} // namespace

QStringList importLines(const ImportPlan &plan, const Environment &environment, bool colours)
{
    QStringList lines;
    for (const ImportChange &change : plan.changes)
        lines.append(lineFor(change, colours));
    if (plan.changes.isEmpty())
        lines.append(u"Nothing would change."_s);
    else if (plan.changes.front().keyGoesThere)
        lines.append(u"  (! = a key could go there that does not go there now)"_s);
    for (const UnsetVariable &variable : plan.unset) {
        if (environment.value(variable.name).isEmpty())
            lines.append(u"to do: "_s + plainText(variable.sentence));
    }
    for (const QString &sentence : plan.left)
        lines.append(u"left out: "_s + plainText(sentence));
    for (const Problem &problem : plan.problems)
        lines.append(plainText(problemLine(problem)));
    return lines;
}

} // namespace gatehouse
