// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/provider.h"
#include "gateway/dialect/target.h"

#include <QByteArrayView>

#include <array>

inline constexpr std::array<gatehouse::Dialect, 4> allDialects = {
    gatehouse::Dialect::OpenAi, gatehouse::Dialect::Anthropic, gatehouse::Dialect::Gemini,
    gatehouse::Dialect::AzureOpenAi};

//! Ends the process with \a promise on standard error unless \a kept.
void require(bool kept, const char *promise);

//! \a json is one JSON object or array, or it is nested too deep for us to say.
void requireJson(QByteArrayView json, const char *promise);

//! \a error can be sent: a status of an error, and a body of it in every dialect.
void requireError(const gatehouse::Error &error);

//! A provider of \a dialect, with a model that has as many peculiarities as possible; \a variant, from 0
//! to 2, chooses which.
gatehouse::Target fuzzTarget(gatehouse::Dialect dialect, int variant);
