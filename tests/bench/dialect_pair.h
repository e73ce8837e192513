// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/dialects.h"

#include <QByteArrayList>

namespace gatehouse::bench {

//! Who asks and who answers.
struct DialectPair
{
    const char *name;
    ClientForm form;
    Dialect provider;
};

//! An exchange between the two, as far as translation goes. What fails ends the program: then nothing would
//! be measured.
class PairExchange final
{
public:
    //! \a body is the client's request.
    PairExchange(const DialectPair &pair, QByteArray body);

    //! Reads the request and writes the provider's.
    ReplyContext request();
    //! Reads the provider's stream, writes the client's and returns its size.
    qsizetype stream(const QByteArrayList &reads, const ReplyContext &context) const;

private:
    const DialectPair &m_pair;
    const ClientDialect &m_client;
    const ProviderDialect &m_provider;
    QByteArray m_body;
    Target m_target;
    ClientRequest m_in;
    ReplyMemory m_memory;
};

//! Does to a provider's stream what is done where it is passed on as it is; returns the size of what went on.
qsizetype passStream(Dialect provider, const QByteArrayList &reads);

} // namespace gatehouse::bench
