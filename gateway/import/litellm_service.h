// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/presets.h"

#include <QString>

namespace gatehouse {

//! Whom LiteLLM calls for a `model`.
struct LiteLlmService
{
    QString prefix = {}; //!< LiteLLM's name of the service, such as `together_ai`
    QString preset = {}; //!< ours; empty: whatever speaks OpenAI's dialect at `api_base`
    QString model = {};  //!< as the service knows it
    bool isKnown = true; //!< false: nothing here can call it
};

//! Splits \a model (`together_ai/llama`, or a bare name of a well-known family) as LiteLLM does. \a custom is
//! `custom_llm_provider`, which then stands for the prefix; \a hasAddress says whether there is an
//! `api_base`. (https://docs.litellm.ai/docs/providers)
LiteLlmService liteLlmService(const QString &model, const QString &custom, bool hasAddress);

//! Gives \a provider the address and the dialect that LiteLLM calls at \a base, for a service that is \a
//! preset here (null: none). Empty \a base: at the preset's own address.
void setLiteLlmAddress(Provider &provider, const Preset *preset, const QString &base);

} // namespace gatehouse
