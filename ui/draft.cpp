// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draft.h"

#include "gateway/config/config_check.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

Draft::Draft(Write write, QObject *parent)
    : QObject(parent)
    , m_write(std::move(write))
{
}

void Draft::load(const Config &config, const Environment &environment)
{
    if (config != m_config)
        m_before.reset();
    m_config = config;
    m_environment = environment;
    Q_EMIT changed();
}

QList<Problem> Draft::save(const Config &next)
{
    QList<Problem> problems = check(next);
    if (hasError(problems) || next == m_config)
        return problems;
    const Config before = m_config; // writing may load() what was written at once
    if (const QString failure = m_write(next); !failure.isEmpty()) {
        problems.append({{}, failure});
        return problems;
    }
    m_config = next;
    m_before = before;
    Q_EMIT changed();
    return problems;
}

QList<Problem> Draft::undo()
{
    if (!m_before)
        return {};
    const Config before = *m_before;
    const QList<Problem> problems = save(before);
    if (!hasError(problems))
        m_before.reset();
    return problems;
}

const Provider *Draft::provider(const QString &id) const
{
    const auto it = std::find_if(m_config.providers.cbegin(), m_config.providers.cend(),
                                 [&](const Provider &provider) { return provider.id == id; });
    return it == m_config.providers.cend() ? nullptr : &*it;
}

bool hasError(const QList<Problem> &problems)
{
    return std::any_of(problems.cbegin(), problems.cend(), [](const Problem &p) { return !p.warning; });
}

QString errorText(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems) {
        if (!problem.warning)
            lines.append(problem.path.isEmpty() ? problem.message : problem.path + u": "_s + problem.message);
    }
    return lines.join(u'\n');
}

} // namespace gatehouse
