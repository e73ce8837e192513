// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/price.h"
#include "gateway/status/capabilities.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace gatehouse {

//! All of them, in the order in which they are asked.
inline constexpr std::array allFeatures{Feature::Text,
                                        Feature::Stream,
                                        Feature::StreamUsage,
                                        Feature::ParallelTools,
                                        Feature::ZeroArgumentTool,
                                        Feature::Image,
                                        Feature::StructuredOutput,
                                        Feature::Reasoning,
                                        Feature::LongToolName,
                                        Feature::StopReason};

//! Longer than the 64 characters that most providers take.
inline constexpr char longToolName[] =
    "look_up_the_current_weather_of_one_city_in_the_archive_of_the_meteorological_observatory_v2";

//! The chat completion request that finds out about \a feature; its model is called as \a model is, by which
//! the name of the token limit goes.
QByteArray selfTestQuestion(Feature feature, const QByteArray &model);

//! What all of them take at most. \a price: of that model; none: not known. \a free: it costs nothing.
SelfTestEstimate selfTestEstimate(const QByteArray &model, const std::optional<Price> &price, bool free);

} // namespace gatehouse
