// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <new>

namespace gatehouse {

//! Base of a type `T` of which each request has one and which is larger than the blocks that the C library
//! hands out again as they are (1 KiB): it would cut each from its free memory and join it again. A thread
//! keeps the memory of some that were destroyed there. Sanitizers are to see where each ends, and get none of
//! this.
template<typename T>
class Recycled
{
public:
#ifndef GATEHOUSE_SANITIZED
    // NOLINTNEXTLINE(cert-dcl54-cpp): the one below, which is told the size, belongs to it
    static void *operator new(size_t size)
    {
        static_assert(alignof(T) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);
        Spare &kept = spare();
        return size == sizeof(T) && kept.count > 0 ? kept.blocks[--kept.count] : ::operator new(size);
    }
    static void operator delete(void *block, size_t size)
    {
        Spare &kept = spare();
        if (size == sizeof(T) && kept.count < kept.blocks.size())
            kept.blocks[kept.count++] = block;
        else
            ::operator delete(block);
    }

private:
    struct Spare
    {
        std::array<void *, 16> blocks;
        size_t count = 0;

        Spare() = default;
        Spare(const Spare &) = delete;
        Spare &operator=(const Spare &) = delete;
        ~Spare()
        {
            while (count > 0)
                ::operator delete(blocks[--count]);
        }
    };

    static Spare &spare()
    {
        static thread_local Spare kept;
        return kept;
    }
#endif
};

} // namespace gatehouse
