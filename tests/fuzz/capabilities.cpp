// SPDX-License-Identifier: GPL-3.0-or-later
// What self-tests found out, as it is kept: whatever stands in the file, what is read of it is written and
// read again as the same.
#include "fuzz_input.h"
#include "gateway/capability_file.h"
#include "promise.h"

using namespace gatehouse;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const auto body = input.body();
    const auto sheets = parseCapabilities(QByteArray(body.get(), input.size()));
    if (!sheets)
        return 0;
    for (const CapabilitySheet &sheet : *sheets) {
        require(!sheet.provider.isEmpty() && !sheet.model.isEmpty(), "A sheet is of a provider's model.");
        require(sheet.testedAtMs >= 0, "A time is not negative.");
        for (const FeatureResult &result : sheet.results) {
            require(result.ms >= 0 && result.tokens >= 0, "A figure is not negative.");
            require(result.detail.size() <= 300, "A detail is short.");
        }
    }
    const QByteArray written = capabilitiesJson(*sheets);
    requireJson(written, "What is kept is JSON.");
    const auto again = parseCapabilities(written);
    require(again && *again == *sheets, "What was read is read again.");
    require(capabilitiesJson(*again) == written, "It is written the same each time.");
    return 0;
}
