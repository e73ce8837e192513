// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gatehouse {

class RequestsModel;

//! The values that occur in the list, in alphabetical order: at most 200, the most frequent ones.
QStringList occurringProviders(const RequestsModel &model);
//! As asked, and as the providers call them.
QStringList occurringModels(const RequestsModel &model);
QStringList occurringCallers(const RequestsModel &model);

} // namespace gatehouse
