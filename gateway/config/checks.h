// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

namespace gatehouse {

//! Where the checks of one struct put what they find: problems of its fields, below its path.
class Findings final
{
public:
    Findings(QList<Problem> &problems, QString path)
        : m_problems(problems)
        , m_path(std::move(path))
    {
    }

    //! The same for what stands in \a field, such as `models/0`.
    Findings below(const QString &field) const { return {m_problems, m_path + u'/' + field}; }

    void error(const QString &field, const QString &message)
    {
        m_problems.append({m_path + u'/' + field, message});
    }
    void warning(const QString &field, const QString &message)
    {
        m_problems.append({m_path + u'/' + field, message, true});
    }

private:
    QList<Problem> &m_problems;
    QString m_path;
};

void checkListener(const Config &config, Findings findings);
void checkBudget(const Budget &budget, Findings findings);
void checkAlerts(const AlertRules &alerts, Findings findings);
void checkClients(const QList<Client> &clients, Findings findings);
//! \a config for what reaches across: ids that must be unique, the listener that must not be a provider.
void checkProviders(const Config &config, Findings findings);
void checkProvider(const Provider &provider, Findings findings);
void checkApiKeys(const Provider &provider, Findings findings);
void checkHeaders(const QList<ExtraHeader> &headers, Findings findings);
void checkPrice(const Price &price, Findings findings);
void checkModels(const Provider &provider, Findings findings);
void checkLimits(const Limits &limits, Findings findings);
//! Routes, and the names that clients may ask for: \a config for what they refer to.
void checkRoutes(const Config &config, Findings findings);

//! Whether \a text can stand in a list or a log: no control characters, at most 256 characters.
bool isPlain(const QString &text);

} // namespace gatehouse
