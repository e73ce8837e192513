// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/allocations.h"

#include <atomic>
#include <cstddef>

namespace {

std::atomic<std::uint64_t> asked = 0;

void count()
{
    asked.fetch_add(1, std::memory_order_relaxed);
}

} // namespace

// A program's own malloc goes before the C library's, for the libraries that it uses too (QByteArray calls
// malloc, operator new does). glibc keeps its own under a second name.
extern "C" {

void *__libc_malloc(std::size_t size) noexcept;
void *__libc_calloc(std::size_t count, std::size_t size) noexcept;
void *__libc_realloc(void *memory, std::size_t size) noexcept;

void *malloc(std::size_t size) noexcept
{
    count();
    return __libc_malloc(size);
}

void *calloc(std::size_t number, std::size_t size) noexcept
{
    count();
    return __libc_calloc(number, size);
}

void *realloc(void *memory, std::size_t size) noexcept
{
    count();
    return __libc_realloc(memory, size);
}

} // extern "C"

namespace gatehouse::bench {

std::uint64_t allocations()
{
    return asked.load(std::memory_order_relaxed);
}

} // namespace gatehouse::bench
