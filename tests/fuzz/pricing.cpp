// SPDX-License-Identifier: GPL-3.0-or-later
// A list of prices: what it lists is found, in whatever case, and costs a sum of money.
#include "gateway/usage/pricing.h"
#include "fuzz_input.h"
#include "gateway/dialect/json_view.h"
#include "promise.h"

#include <QString>

#include <cmath>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

void requirePrice(const Price &price)
{
    for (const double usd :
         {price.input, price.output, price.cacheRead.value_or(0), price.cacheWrite.value_or(0)})
        require(std::isfinite(usd) && usd >= 0, "A price is a sum of money.");
    const double cost = costOf(price, {1000, 10, 5000, 5000, 3});
    require(std::isfinite(cost) && cost >= 0, "What tokens cost is a sum of money.");
}

void readList(QByteArrayView text)
{
    const Result<PriceList> list = PriceList::parse(text);
    if (!list) {
        require(!list.error().message.isEmpty(), "A broken list says why.");
        return;
    }
    require(!list->find(u"no such preset", "m"), "An unknown preset has no prices.");
    JsonDocument document; // no comments: else the list is not looked at again
    for (const JsonView row : document.parse(text)["models"]) {
        const QString preset = QString::fromUtf8(row["provider"].text());
        const QByteArray model = row["model"].text();
        require(list->knows(preset), "Every preset of the list is known.");
        if (model.isEmpty() || model.size() > 256)
            continue;
        const std::optional<Price> price = list->find(preset, model);
        require(price.has_value(), "Every model of the list has a price.");
        require(price->input == row["input"].number().value_or(-1), "It is the one that is listed.");
        requirePrice(*price);
    }
}

//! \a name as a client may ask for it.
void lookUp(QByteArrayView name)
{
    for (const QString &preset : {u"openai"_s, u"anthropic"_s, u"gemini"_s, u"azure-openai"_s}) {
        const std::optional<Price> price = PriceList::builtIn().find(preset, name);
        require(PriceList::builtIn().find(preset, name.toByteArray().toUpper()) == price,
                "Upper and lower case make no difference.");
        if (!price)
            continue;
        requirePrice(*price);
        const QByteArray published = "publisher/" + name.toByteArray();
        require(name.contains('/') || name.size() > 240 ||
                    PriceList::builtIn().find(preset, published) == price,
                "A publisher before a name makes no difference.");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const int what = input.choose(2);
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());
    if (what == 0)
        readList(text);
    else
        lookUp(text);
    return 0;
}
