// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/export_config.h"
#include "gateway/import/import_plan.h"
#include "gateway/import/read_import.h"

#include <functional>

namespace gatehouse {

//! What the card and the dialog have others do; tests put their own in place of it.
struct ImportSteps
{
    std::function<Result<Imported>(const QString &path)> read = readImportFile;
    std::function<ImportPlan(const Config &, const Imported &, ImportMode)> plan = planImport;
    std::function<QByteArray(const Config &, const ExportOptions &)> write = exportedConfig;
};

} // namespace gatehouse
