// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

// A dialect as small as can be, to test with what all dialects share.
//   client request   {"say": "hello", "n": 2}; `n` is dropped, "no" is refused
//   provider request {"ask": "hello"}
//   provider reply   {"answer": "hi", "tokens": [3, 1]}
//   client reply     {"model": "m", "heard": "hi", "stop": 0}
//   provider stream  events {"text": …} {"think": …} {"sign": …} {"call": {"index", "id", "name", "args"}}
//                    {"endcall": 0} {"tokens": […]} {"stop": n}
//   client stream    events {"start": …} {"begin": kind, …} {"delta": …} {"end": …} and so on

extern const gatehouse::ClientDialect toyClient;
extern const gatehouse::ProviderDialect toyProvider;
