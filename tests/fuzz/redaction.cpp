// SPDX-License-Identifier: GPL-3.0-or-later
// What is taken out of a text on its way to a log: a known secret is never left in it, also where JSON or
// percent-encoding spells it another way, and all else stays.
//   SECRET\n SECRET\n text
#include "fuzz_input.h"
#include "gateway/base/key_shapes.h"
#include "gateway/base/redact.h"
#include "promise.h"

using namespace gatehouse;

namespace {

constexpr qsizetype shortest = 8;

QByteArrayView takeLine(QByteArrayView &text)
{
    const qsizetype end = std::max<qsizetype>(0, text.indexOf('\n'));
    const QByteArrayView line = text.first(end);
    text = text.sliced(std::min(end + 1, text.size()));
    return line;
}

void requireShapes(QByteArrayView text)
{
    qsizetype before = 0;
    for (const TextSpan span : findKeyShapes(text)) {
        require(span.begin >= before && span.end > span.begin && span.end <= text.size(),
                "What has the form of a key stands in the text, one behind the other.");
        before = span.end;
    }
}

//! Every byte of \a redacted is one of \a text, in order, but for the marks in place of what is gone.
void requireRest(QByteArrayView text, QByteArrayView redacted)
{
    for (QByteArrayView rest = redacted; !rest.isEmpty();) {
        const qsizetype mark = rest.indexOf("***");
        const QByteArrayView kept = mark < 0 ? rest : rest.first(mark);
        const qsizetype at = text.indexOf(kept);
        require(at >= 0, "What is kept stands in the text.");
        text = text.sliced(at + kept.size());
        rest = mark < 0 ? QByteArrayView() : rest.sliced(mark + 3);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const auto body = input.body();
    QByteArrayView text(body.get(), input.size());
    const QByteArrayList secrets = {takeLine(text).toByteArray(), takeLine(text).toByteArray()};
    Redactor redactor;
    redactor.setSecrets(secrets);
    requireShapes(text);

    const bool marked = text.contains('*');
    const QByteArray known = redactor.redactKnown(text.toByteArray());
    const QByteArray all = redactor.redact(text.toByteArray());
    for (const QByteArray &secret : secrets) {
        if (secret.size() < shortest || secret.contains('*') || marked)
            continue;
        require(!known.contains(secret) && !all.contains(secret), "A secret is gone.");
        require(!all.contains(secret.toPercentEncoding()), "So it is where it is percent-encoded.");
    }
    if (!marked) {
        requireRest(text, known);
        requireRest(text, all);
    }
    const bool none = std::all_of(secrets.begin(), secrets.end(),
                                  [](const QByteArray &secret) { return secret.size() < shortest; });
    require(!none || known == text, "Without secrets nothing is taken out.");
    require(!none || !findKeyShapes(text).isEmpty() || all == text, "What holds no key stays as it is.");
    return 0;
}
