// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/callers.h"

#include "gateway/base/redact.h"
#include "gateway/usage/caller.h"
#include "gateway/usage/usage_thread.h"

#include <optional>

namespace gatehouse {
namespace {

//! A provider may repeat the key that it was sent in its head.
void hideKeys(UsageRecord &record, const Redactor &redactor)
{
    for (QByteArray *text : {&record.requestId, &record.headers})
        *text = redactor.redactKnown(*text);
}

} // namespace

//! Lives in the usage thread.
struct Callers::Search
{
    std::optional<CallerLookup> lookup; //!< once it was asked for
    quint16 ownPort = 0;                //!< to which the last connection was made
};

Callers::Callers(UsageThread &usage, std::shared_ptr<const Redactor> redactor)
    : m_usage(usage)
{
    auto search = std::make_shared<Search>();
    m_search = search; // cppcheck-suppress useInitializationList ; the list cannot hold it
    usage.setBeforeStore([search = std::move(search), redactor = std::move(redactor)](UsageRecord &record) {
        hideKeys(record, *redactor);
        if (search->lookup && record.peerPort != 0)
            record.program = search->lookup->take(record.peerPort, search->ownPort);
    });
}

void Callers::came(quint16 peerPort, quint16 ownPort) const
{
    m_usage.run([search = m_search, peerPort, ownPort] {
        const auto mine = search.lock();
        if (!mine)
            return;
        if (!mine->lookup)
            mine->lookup.emplace();
        mine->ownPort = ownPort;
        mine->lookup->prepare(peerPort, ownPort);
    });
}

} // namespace gatehouse
