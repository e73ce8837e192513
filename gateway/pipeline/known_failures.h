// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/dialect/dialects.h"
#include "gateway/pipeline/model_index.h"
#include "gateway/status/capabilities.h"

#include <memory>
#include <utility>

namespace gatehouse {

//! Which models are known to fail at what routing can see in a request: images, and an answer by a schema.
class KnownFailures final
{
public:
    struct Needs
    {
        bool image = false;
        bool schema = false;
    };

    //! Null where nothing is known. A sheet of another base URL than the provider has now says nothing.
    static std::unique_ptr<const KnownFailures> from(const Config &config,
                                                     const QList<CapabilitySheet> &sheets);

    //! Moves to the end of \a choice who is known to fail at what \a body, a request of \a form, needs. They
    //! stay in it: the others may have no key or be left alone for a while, and then a provider's own words
    //! tell more than ours. The body is looked at only where that can change anything.
    void putLast(Choice &choice, const Config &config, ClientForm form, const QByteArray &body) const;

private:
    Needs of(const Candidate &candidate) const
    {
        return m_failures.value({candidate.provider, candidate.model});
    }

    QHash<std::pair<int, QByteArray>, Needs> m_failures;
};

//! What a request asks for, found where its structure has it, so that a text about images is none. A body of
//! more than 32 MiB, or one that cannot be read, asks for nothing.
KnownFailures::Needs needsOf(ClientForm form, const QByteArray &body);

} // namespace gatehouse
