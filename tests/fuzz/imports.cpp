// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other gateways, and of ours, as an import reads them: whatever is read can be planned, and a
// literal key is nowhere in the plan.
#include "fuzz_input.h"
#include "gateway/config/key_reference.h"
#include "gateway/import/import_plan.h"
#include "gateway/import/read_import.h"
#include "promise.h"

#include <algorithm>

using namespace gatehouse;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const ImportMode mode = input.choose(2) == 0 ? ImportMode::Merge : ImportMode::Replace;
    const auto body = input.body();
    Environment environment;
    environment.readFile("KEY=sk-0123456789abcdefghij\n");
    const Result<Imported> imported = readImport({body.get(), input.size()}, environment);
    if (!imported) {
        require(!imported.error().message.isEmpty(), "A refusal says why.");
        return 0;
    }
    const ImportPlan plan = planImport({}, *imported, mode);
    for (const Provider &provider : plan.result.providers) {
        require(std::all_of(
                    provider.apiKeys.cbegin(), provider.apiKeys.cend(),
                    [](const QString &key) { return readKeyReference(key).kind != KeyReference::Invalid; }),
                "An imported configuration holds references only.");
    }
    const auto withoutKeys = std::find_if(plan.changes.cbegin(), plan.changes.cend(),
                                          [](const ImportChange &change) { return !change.keyGoesThere; });
    require(std::none_of(withoutKeys, plan.changes.cend(),
                         [](const ImportChange &change) { return change.keyGoesThere; }),
            "Places that a key could go to come first.");
    return 0;
}
