// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/object_reader.h"

namespace gatehouse {

struct Preset;

// The JSON form of each struct: the names and defaults of the contract, section 2. Only the shape is looked
// at; what values mean together is check()'s.

void readFields(ObjectReader &reader, Config &config);
void readFields(ObjectReader &reader, Listener &listener);
void readFields(ObjectReader &reader, Client &client);
void readFields(ObjectReader &reader, Budget &budget);
void readFields(ObjectReader &reader, AlertRules &alerts);
void readFields(ObjectReader &reader, Limits &limits);
//! With `preset`, what is not given comes from there, `id` and `models` included; but not its key when
//! `baseUrl` leads to another host than the preset's (a warning says so).
void readFields(ObjectReader &reader, Provider &provider);
//! `dialect`, and the key's header that follows from it.
void readDialect(ObjectReader &reader, Provider &provider);
void readFields(ObjectReader &reader, ModelEntry &model);
//! `input` and `output` must be there: left out by mistake, tokens would seem to be free.
void readFields(ObjectReader &reader, Price &price);
void readFields(ObjectReader &reader, Timeouts &timeouts);
void readFields(ObjectReader &reader, Retry &retry);
void readFields(ObjectReader &reader, Route &route);
void readFields(ObjectReader &reader, RouteTarget &target);
//! An entry of resources/providers.json, which has fields of its own.
void readFields(ObjectReader &reader, Preset &preset);

} // namespace gatehouse
