// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_request.h"

//! A conversation made up at random, the same for the same \a seed: what clients send, and odd things among
//! it. \a origin: whose signatures half of its thoughts have, as originOf() names it. Owns its bytes.
gatehouse::ChatRequest madeUpConversation(quint32 seed, const QByteArray &origin);
