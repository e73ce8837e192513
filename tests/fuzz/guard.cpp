// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a connection: the guard makes the same of them however they are cut, keeps to its limits while
// they come, and what it lets through is framed as a second, simple reader has it.
#include "fuzz_input.h"
#include "gateway/http/error_body.h"
#include "gateway/http/preflight.h"
#include "gateway/upstream/header_lines.h"
#include "promise.h"
#include "tests/gateway/http/guard_outcome.h"

#include <QString>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! What came of the bytes.
struct Verdict
{
    Outcome outcome;
    std::optional<Error> error; //!< whose words may name another of several faults

    bool operator==(const Verdict &other) const { return outcome == other.outcome; }
};

void requireLimits(const Guard &guard, qint64 maxBodyBytes, qsizetype come)
{
    constexpr qsizetype step = 8 * 1024; // read at once
    constexpr qsizetype slack = 4 * Incoming::bodyPadding;
    const Incoming &in = guard.incoming();
    require(in.head.size() <= HeadScan::maxRequestLine + 2 + HeadScan::maxFieldBytes + step,
            "A head is held within its limits.");
    require(in.head.size() + in.body.size() <= come, "Nothing is held that did not come.");
    require(in.body.size() <= maxBodyBytes, "A body is held within its limit.");
    require(in.body.capacity() <= 2 * maxBodyBytes + slack, "Memory for a body has the limit's measure.");
}

Verdict feedGuard(const GuardRules &rules, QByteArrayView bytes, FuzzDice dice, qsizetype mostPiece)
{
    Guard guard(rules);
    ByteSource source;
    Verdict verdict;
    qsizetype come = 0;
    inPieces(bytes, dice, mostPiece, [&](const QByteArray &piece) {
        source.put(piece);
        come += piece.size();
        Result<Guard::Step> step = guard.read(source);
        if (step && *step == Guard::Step::Continue) {
            step = guard.read(source);
            require(!step || *step != Guard::Step::Continue, "A body is asked for once.");
        }
        requireLimits(guard, rules.maxBodyBytes, come);
        if (!step) {
            verdict.error = step.error();
            verdict.outcome.status = verdict.error->status;
            verdict.outcome.code = verdict.error->code;
        } else if (*step == Guard::Step::Whole) {
            verdict.outcome.keepAlive = guard.framing().keepAlive;
            verdict.outcome.in = guard.take();
        } else {
            require(source.available() == 0, "All that has come is read.");
        }
        return verdict.outcome.open();
    });
    return verdict;
}

//! The body in \a raw, read as simply as can be; null where it does not end.
QByteArray unchunked(QByteArrayView raw)
{
    QByteArray body("");
    while (true) {
        const qsizetype lineEnd = raw.indexOf("\r\n");
        if (lineEnd < 0)
            return {};
        const QByteArrayView line = raw.first(lineEnd);
        const qsizetype digits = line.indexOf(';') < 0 ? line.size() : line.indexOf(';');
        bool ok = false;
        const qulonglong size = line.first(digits).trimmed().toByteArray().toULongLong(&ok, 16);
        raw = raw.sliced(lineEnd + 2);
        if (ok && size == 0)
            return body;
        if (!ok || size > qulonglong(raw.size()))
            return {};
        body.append(raw.first(qsizetype(size)));
        raw = raw.sliced(std::min(raw.size(), qsizetype(size) + 2));
    }
}

bool isPlain(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return uchar(c) >= 0x20 ? c != 0x7f : c == '\t'; });
}

int countFields(const Incoming &in, QByteArrayView name)
{
    return int(std::count_if(in.headers.cbegin(), in.headers.cend(), [&](const HeaderField &field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    }));
}

void requireFraming(const Incoming &in, QByteArrayView bytes)
{
    if (bytes.startsWith("\r\n")) // one is overlooked
        bytes = bytes.sliced(2);
    require(bytes.startsWith(in.head), "The head is what was sent.");
    require(viewsHold(in), "Every view points into the head.");
    require(countFields(in, "host") == 1, "There is one Host.");
    require(in.path.startsWith('/') && isPlain(in.path), "A path begins with a slash and is plain.");
    const QByteArrayView rest = bytes.sliced(in.head.size());
    if (countFields(in, "transfer-encoding") == 0) {
        require(rest.startsWith(in.body), "The body stands behind the head.");
        require(QByteArray::number(in.body.size()).toLongLong() ==
                    in.header("content-length").trimmed().toByteArray().toLongLong(),
                "The body is as long as was told.");
        return;
    }
    require(countFields(in, "transfer-encoding") == 1 && countFields(in, "content-length") == 0,
            "A body is framed in one way.");
    require(unchunked(rest) == in.body, "Chunks are put together as anybody would.");
}

//! Nothing of a request can end a line that it gets into.
void requireLines(const Incoming &in)
{
    Outgoing out;
    out.link = std::make_shared<const Link>();
    for (const HeaderField &field : in.headers) {
        require(isPlain(field.name) && isPlain(field.value), "Names and values hold no control characters.");
        out.headers.append(field.name.toByteArray() + ": " + field.value.toByteArray());
    }
    HeaderLines lines;
    require(lines.assign(out), "What came as lines leaves as lines.");
    if (const std::optional<QByteArray> answer = preflightLines(in)) {
        for (const QByteArray &line : answer->split('\n'))
            require(line.isEmpty() || (line.endsWith('\r') && isPlain(QByteArrayView(line).chopped(1))),
                    "The answer to a preflight consists of plain lines.");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    constexpr std::array<qint64, 4> limits = {100'000, 5, 0, 3000};
    FuzzInput input(bytes, size);
    Listener listener;
    listener.allowedHosts = QStringList{u"gateway.test"_s, u"a.test:80"_s};
    const GuardRules rules{Door(listener), limits[size_t(input.choose(4))]};
    const uint32_t seed = uint32_t(input.choose(256));
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());

    const Verdict whole = feedGuard(rules, text, FuzzDice(0), 0);
    require(feedGuard(rules, text, FuzzDice(seed), 1 + seed % 60) == whole, "A request may be cut anywhere.");
    if (text.size() <= 1024)
        require(feedGuard(rules, text, FuzzDice(0), 1) == whole, "A request may come byte by byte.");
    if (whole.error)
        requireError(*whole.error);
    if (whole.outcome.in) {
        requireFraming(*whole.outcome.in, text);
        requireLines(*whole.outcome.in);
    }
    return 0;
}
