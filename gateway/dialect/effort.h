// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace gatehouse {

//! How hard a model is to think, in the words that most dialects share.
enum class Effort { None, Minimal, Low, Medium, High, XHigh, Max };

//! `none`, `minimal`, `low`, `medium`, `high`, `xhigh`, `max`.
QByteArrayView effortName(Effort effort);
//! Nothing for a word that is not one of these.
std::optional<Effort> effortNamed(QByteArrayView name);

//! The thinking budget in tokens that stands for \a effort (translation rules, 5.4); None = 0.
qint64 budgetOf(Effort effort);
//! The effort that stands for a thinking budget of \a tokens (the same table read backwards).
Effort effortOf(qint64 tokens);

//! \a effort, or the nearest of those from \a least to \a most.
Effort clampEffort(Effort effort, Effort least, Effort most);

} // namespace gatehouse
