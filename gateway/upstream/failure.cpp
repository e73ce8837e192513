// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/failure.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

Error providerError(int status, const QByteArray &code, QString message)
{
    return {status, "provider_error", code, std::move(message)};
}

} // namespace

Error toError(const TransferEnd &end, const QString &provider)
{
    switch (end.kind) {
    case TransferEnd::Complete:
        break;
    case TransferEnd::Unreachable:
        return providerError(502, "upstream_unreachable",
                             u"The provider '%1' cannot be reached: %2."_s.arg(provider, end.message));
    case TransferEnd::Tls:
        return providerError(502, "upstream_tls",
                             u"No secure connection to the provider '%1': %2."_s.arg(provider, end.message));
    case TransferEnd::FirstByteTimeout:
        return providerError(504, "upstream_timeout",
                             u"The provider '%1' did not answer in time: %2."_s.arg(provider, end.message));
    case TransferEnd::IdleTimeout:
        return providerError(
            504, "upstream_timeout",
            u"The provider '%1' fell silent within its answer: %2."_s.arg(provider, end.message));
    case TransferEnd::Broken:
        return providerError(502, "upstream_protocol",
                             u"The provider '%1' gave no whole answer: %2."_s.arg(provider, end.message));
    }
    return {}; // callers ask before they know whether they need it
}

Error unusableAnswer(const QString &provider, QStringView what)
{
    return providerError(502, "upstream_protocol", u"The provider '%1' sent %2."_s.arg(provider, what));
}

} // namespace gatehouse
