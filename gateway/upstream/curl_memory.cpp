// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/curl_memory.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace gatehouse {
namespace {

// Its size stands before each block: what systems have to ask for it has another name on each.
constexpr size_t before = std::max(alignof(std::max_align_t), sizeof(size_t));

// A header lies at the beginning of its block; behind that are bodies, and buffers that would only cost time.
constexpr size_t mostWiped = 8 * 1024;

// What libcurl makes longer becomes as long as a header, as a rule: it would double 32 bytes until it is.
constexpr size_t leastGrown = 512;

// What a provider has sent is read into a block of this size, made for each request. No key gets there but
// one that a provider sends back.
constexpr size_t readBlock = CURL_MAX_WRITE_SIZE + 1;

size_t &sizeOf(void *block)
{
    return *reinterpret_cast<size_t *>(static_cast<std::byte *>(block) - before);
}

void giveBack(void *block)
{
    // NOLINTNEXTLINE(cppcoreguidelines-no-malloc): this is what memory is managed with
    std::free(static_cast<std::byte *>(block) - before);
}

//! The read block of the request before, for the next one.
struct Spare
{
    Spare() = default;
    Spare(const Spare &) = delete;
    Spare &operator=(const Spare &) = delete;
    ~Spare()
    {
        if (block)
            giveBack(std::exchange(block, nullptr));
    }
    void *block = nullptr;
};

// libcurl tells its memory functions nothing of who asks.
thread_local Spare spare; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void *allocate(size_t size)
{
    if (size > SIZE_MAX - before)
        return nullptr;
    if (size == readBlock && spare.block)
        return std::exchange(spare.block, nullptr);
    // NOLINTNEXTLINE(cppcoreguidelines-no-malloc): likewise
    auto *start = static_cast<std::byte *>(std::malloc(before + size));
    if (!start)
        return nullptr;
    sizeOf(start + before) = size;
    return start + before;
}

void release(void *block)
{
    // The compiler would leave out a write that nobody reads, if it knew the function.
    void *(*volatile overwrite)(void *, int, size_t) = std::memset;
    if (!block)
        return;
    if (sizeOf(block) == readBlock) {
        if (!spare.block)
            spare.block = block;
        else
            giveBack(block);
        return;
    }
    overwrite(block, 0, std::min(sizeOf(block), mostWiped));
    giveBack(block);
}

void *resize(void *block, size_t size)
{
    if (block && size <= sizeOf(block))
        return block;
    void *moved = allocate(std::max(size, leastGrown));
    if (block && moved) {
        std::memcpy(moved, block, sizeOf(block));
        release(block);
    }
    return moved;
}

void *allocateZeros(size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size)
        return nullptr;
    void *block = allocate(count * size);
    if (block)
        std::memset(block, 0, count * size);
    return block;
}

char *duplicate(const char *text)
{
    const size_t size = std::strlen(text) + 1;
    void *copy = allocate(size);
    return static_cast<char *>(copy ? std::memcpy(copy, text, size) : nullptr);
}

} // namespace

void initCurl()
{
    curl_global_init_mem(CURL_GLOBAL_DEFAULT, allocate, release, resize, duplicate, allocateZeros);
}

} // namespace gatehouse
