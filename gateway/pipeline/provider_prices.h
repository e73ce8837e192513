// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "gateway/usage/pricing.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace gatehouse {

//! What a provider asks for its models: as the configuration says, else as its price list does.
class ProviderPrices final
{
public:
    ProviderPrices() = default;
    //! \a list must outlive it. \a isOwn: the provider is part of the program, or it runs nearby
    //! (isNearby()).
    ProviderPrices(const Provider &provider, bool isOwn, const PriceList &list = PriceList::builtIn());

    //! The price of \a model, which is named as the provider does: that of the entry with this id, of the
    //! longest pattern that has one, of the list; none where it is not known. Allocates nothing.
    std::optional<Price> find(QByteArrayView model) const;
    //! Whether \a model surely costs nothing: its price is zero, or the provider is our own and it has none.
    //! No model at all stands for any.
    bool isFree(QByteArrayView model) const;

private:
    struct Override
    {
        QByteArray id; //!< or pattern
        Price price;
    };

    std::vector<Override> m_overrides; //!< ids first, then patterns, the longest first
    bool m_isOwn = false;
    const PriceList *m_list = nullptr;
    QString m_preset; //!< whose part of the list counts
};

//! The preset whose prices in \a list are those of \a provider: the one that it is made from, else one with
//! the same host, else the one of the same id (for a service nearby only where it can but be a relay).
//! Empty: none.
QString pricedAs(const Provider &provider, const PriceList &list);

} // namespace gatehouse
