// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/price.h"
#include "gateway/usage/usage_record.h"

#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <vector>

namespace gatehouse {

//! What providers ask for their models according to their lists, on the day that date() says.
class PriceList final
{
public:
    //! The list that the program brings along, resources/pricing.json. Read once, on first use.
    static const PriceList &builtIn();
    //! Reads a list: an object with `source`, `date`, `unit` and `models`, each with `provider` (the id of a
    //! preset), `model`, `input`, `output` and perhaps `cache_read`, `cache_write` in USD per million tokens.
    //! Error: the first problem. It has no HTTP status of its own.
    static Result<PriceList> parse(QByteArrayView json);

    const QString &date() const { return m_date; } //!< ISO 8601
    const QString &source() const { return m_source; }

    //! Whether there are prices of that provider.
    bool knows(QStringView preset) const { return rowsOf(preset) != nullptr; }
    //! The price of the listed model with the longest name that \a model is a variant of (model_variant.h),
    //! in whatever case. A name with a publisher before it (`models/gemini-2.5-pro`) is looked for as it is,
    //! then without. Azure's deployments may have any name: there only a model's full name counts.
    std::optional<Price> find(QStringView preset, QByteArrayView model) const;

private:
    struct Row
    {
        QByteArray model;
        Price price;
    };
    struct Rows
    {
        QString preset;
        std::vector<Row> rows; //!< in order of the model's name
    };

    const Rows *rowsOf(QStringView preset) const;
    static const Row *findExact(const Rows &list, QByteArrayView name);
    static const Row *findVariant(const Rows &list, QByteArrayView name);

    QString m_date;
    QString m_source;
    std::vector<Rows> m_lists;
};

//! What \a tokens cost, in US dollars. Figures that cannot be are cut: no more of the input than there is was
//! cached or written to a cache.
double costOf(const Price &price, const TokenUsage &tokens);

} // namespace gatehouse
