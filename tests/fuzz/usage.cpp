// SPDX-License-Identifier: GPL-3.0-or-later
// Token figures on the side: never negative or absurd, whatever an answer says, and what they cost is a sum
// of money.
#include "fuzz_input.h"
#include "gateway/dialect/usage_reader.h"
#include "gateway/usage/pricing.h"
#include "gateway/usage/storable.h"
#include "promise.h"

#include <cmath>

using namespace gatehouse;

namespace {

void requireFigures(const TokenUsage &tokens)
{
    constexpr qint64 most = 4'000'000'000; // four figures of an answer, each below a thousand million
    for (const qint64 figure :
         {tokens.input, tokens.output, tokens.cached, tokens.cacheWrite, tokens.reasoning})
        require(figure >= 0 && figure <= most, "A figure is one that can be.");
    UsageRecord record;
    record.tokens = tokens;
    require(storable(record).tokens == tokens, "The figures can be stored as they are.");
    const double cost = costOf({3, 15, 0.3, 3.75}, tokens);
    require(std::isfinite(cost) && cost >= 0 && cost < 1e6, "What they cost is a sum of money.");
}

void requireObject(QByteArrayView text, QByteArrayView key)
{
    const QByteArrayView object = lastObject(text, key);
    if (object.isNull())
        return;
    require(object.data() >= text.data() && object.data() + object.size() <= text.data() + text.size(),
            "An object stands in its text.");
    require(object.startsWith('{') && object.endsWith('}'), "An object has its braces.");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const Dialect dialect = allDialects[size_t(input.choose(4))];
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());
    requireObject(text, "\"usage\"");
    requireObject(text, "\"usageMetadata\"");

    UsageReader reader(dialect);
    const bool held = reader.read(text);
    require(held == reader.tokens().has_value(), "What held figures told some.");
    if (!held)
        return 0;
    const TokenUsage once = *reader.tokens();
    requireFigures(once);
    require(reader.read(text) && reader.tokens() == once, "Told twice the figures are the same.");

    // As events tell them: each line some.
    UsageReader lines(dialect);
    for (QByteArrayView rest = text; !rest.isEmpty();) {
        const qsizetype end = rest.indexOf('\n');
        lines.read(end < 0 ? rest : rest.first(end));
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (lines.tokens())
            requireFigures(*lines.tokens());
    }
    return 0;
}
