// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::anthropic {

//! Takes out of the body the thoughts that Gatehouse wrote when a provider of another dialect had answered,
//! which \a target would refuse with 400: those with a wrapped signature, and for Claude those without any.
//! Where Claude is then to go on after tool calls that have no thoughts, thinking with a budget is turned off
//! for this request: the API wants them together.
Leftovers foreignLeftovers(const ClientRequest &request, const Target &target);

} // namespace gatehouse::anthropic
