// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_query.h"

#include <functional>

class QObject;

namespace gatehouse {

//! Answers questions about what was recorded. Answers come later, from the event loop of the thread that
//! asked, in the order of the questions; none comes once \a asker is gone.
class UsageSource
{
public:
    virtual ~UsageSource() = default;

    virtual void totals(const UsageQuery &query, QObject *asker,
                        std::function<void(const UsageTable &)> done) = 0;
    //! The last \a limit requests, newest first, without attempts and headers.
    virtual void requests(int limit, QObject *asker,
                          std::function<void(const QList<UsageRecord> &)> done) = 0;
    //! All about one; UsageRecord::id is 0 where it is not kept any more.
    virtual void details(qint64 id, QObject *asker, std::function<void(const UsageRecord &)> done) = 0;
};

} // namespace gatehouse
