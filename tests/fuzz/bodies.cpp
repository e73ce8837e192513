// SPDX-License-Identifier: GPL-3.0-or-later
// The body of a provider's answer, as a connection of ours brings it: however it is split, and wherever the
// client makes us pause, the same comes out, and never more than a body of its length.
#include "fuzz_input.h"
#include "gateway/upstream/body_decoder.h"
#include "promise.h"

using namespace gatehouse;

namespace {

constexpr qsizetype mostDecoded = qsizetype(1) << 20; // then it has shown what it can do

struct Outcome
{
    QByteArray body;
    BodyDecoder::Step step = BodyDecoder::More;
    bool wholeAtClose = false;
};

Outcome decode(const BodyFraming &framing, QByteArrayView bytes, FuzzDice dice, qsizetype mostPiece,
               bool pauses)
{
    Outcome outcome;
    BodyDecoder decoder(framing);
    inPieces(bytes, dice, mostPiece, [&](QByteArray piece) {
        decoder.feed(piece);
        bool paused = false;
        while (outcome.body.size() < mostDecoded && (outcome.step = decoder.next()) == BodyDecoder::Piece) {
            require(!decoder.piece().isEmpty(), "A piece has something in it.");
            paused = pauses && !paused;
            if (paused) {
                decoder.hold();
                piece.fill('#');
            } else {
                outcome.body.append(decoder.piece());
            }
        }
        return outcome.step == BodyDecoder::More;
    });
    outcome.wholeAtClose = decoder.isWholeAtClose();
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    BodyFraming framing;
    framing.kind = BodyFraming::Kind(input.choose(4));
    framing.compressed = input.choose(2) == 1;
    framing.length = framing.kind == BodyFraming::Length ? input.choose(10) * 7 : 0;
    const auto dice = FuzzDice(uint32_t(input.choose(10)));
    const auto body = input.body();
    const QByteArrayView view(body.get(), input.size());

    const Outcome whole = decode(framing, view, dice, 0, false);
    if (!framing.compressed)
        require(whole.body.size() <= view.size(), "Nothing is added.");
    if (framing.kind == BodyFraming::Length && !framing.compressed)
        require(whole.body == view.first(std::min<qsizetype>(framing.length, view.size())),
                "A length is kept.");
    if (whole.body.size() >= mostDecoded)
        return 0; // where it was stopped depends on the pieces
    const auto requireSame = [&](qsizetype mostPiece, bool pauses) {
        const Outcome outcome = decode(framing, view, dice, mostPiece, pauses);
        require(outcome.step == whole.step && outcome.wholeAtClose == whole.wholeAtClose,
                "It ends the same way.");
        // How much zlib makes of what is broken, before it sees that, is its own affair.
        if (!framing.compressed || whole.step != BodyDecoder::Wrong)
            require(outcome.body == whole.body, "The same comes out.");
    };
    requireSame(1, false);
    requireSame(9, false);
    requireSame(9, true);
    return 0;
}
