// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>

//! What each target of this folder defines: runs \a bytes through what it is for, and ends the process where
//! a promise is broken. The name is libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

//! One input: a few bytes that choose, then a body in memory of exactly its size, so that a read behind its
//! end is seen.
class FuzzInput final
{
public:
    FuzzInput(const uint8_t *bytes, size_t size)
        : m_bytes(reinterpret_cast<const char *>(bytes), qsizetype(size))
    {
    }

    //! The next choice, from 0 to \a below - 1; 0 where the input has ended. The digits of ASCII choose
    //! themselves, so that inputs can be written by hand.
    int choose(int below)
    {
        if (m_bytes.isEmpty())
            return 0;
        const int byte = uint8_t(m_bytes.front());
        m_bytes = m_bytes.sliced(1);
        return (byte >= '0' ? byte - '0' : byte + 256 - '0') % below;
    }

    //! What is left, as a copy that can be let go of.
    std::unique_ptr<char[]> body() const
    {
        auto copy = std::make_unique<char[]>(size_t(size()));
        std::copy(m_bytes.begin(), m_bytes.end(), copy.get());
        return copy;
    }
    qsizetype size() const { return m_bytes.size(); }

private:
    QByteArrayView m_bytes;
};

//! Pseudo-random numbers that are the same everywhere (xorshift32).
class FuzzDice final
{
public:
    explicit FuzzDice(uint32_t seed)
        : m_state(seed * 2654435761u + 1)
    {
    }

    //! From 0 to \a below - 1.
    qsizetype roll(qsizetype below)
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 17;
        m_state ^= m_state << 5;
        return below > 0 ? qsizetype(m_state) % below : 0;
    }

private:
    uint32_t m_state;
};

//! Calls \a take with one piece of \a bytes after the other, each of at most \a mostPiece (0: all at once)
//! and gone when the call is over, until it returns false.
template<typename F>
void inPieces(QByteArrayView bytes, FuzzDice dice, qsizetype mostPiece, F &&take)
{
    bool more = true;
    while (more && !bytes.isEmpty()) {
        const qsizetype size = mostPiece ? std::min(bytes.size(), 1 + dice.roll(mostPiece)) : bytes.size();
        more = take(QByteArray(bytes.data(), size));
        bytes = bytes.sliced(size);
    }
}
