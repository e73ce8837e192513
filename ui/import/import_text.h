// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/import_plan.h"

#include <QString>

namespace gatehouse {

//! What kind of file it is.
QString formatText(ImportFormat format);
QString kindText(ImportChange::Kind kind);
QString subjectText(ImportChange::Subject subject);
//! What it is about, from outside; a setting by the name that it has on the Settings page.
QString changeName(const ImportChange &change);
//! What is other than before, from outside.
QString changeDetail(const ImportChange &change);

//! What is wrong with \a result, with names in the place of its JSON path.
QString problemText(const Problem &problem, const Config &result);
//! What a person calls the key: the provider's name in \a result, with a number from the second one on.
QString keyName(const ImportedKey &key, const Config &result);

} // namespace gatehouse
