// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other gateways, and of ours, as an import reads them: whatever is read can be planned, and a
// literal key is nowhere in the plan.
#include "fuzz_input.h"
#include "gateway/config/key_reference.h"
#include "gateway/import/export_config.h"
#include "gateway/import/import_plan.h"
#include "gateway/import/read_import.h"
#include "promise.h"

#include <QStringList>

#include <algorithm>

using namespace gatehouse;

namespace {

constexpr char inEnvironment[] = "sk-0123456789abcdefghij";

//! All that a person is shown of \a plan, and what would be written of it.
QByteArray said(const ImportPlan &plan)
{
    QStringList words = plan.left;
    for (const ImportChange &change : plan.changes)
        words << change.name << change.detail;
    for (const Problem &problem : plan.problems)
        words << problem.path << problem.message;
    for (const UnsetVariable &variable : plan.unset)
        words << variable.name << variable.sentence;
    return words.join(u'\n').toUtf8() + exportedConfig(plan.result, {});
}

void requireSecrecy(QByteArrayView text, const Imported &imported, const ImportPlan &plan)
{
    const QByteArray words = said(plan);
    require(text.contains(inEnvironment) || !words.contains(inEnvironment),
            "A plan holds no key of a `.env`.");
    for (const ImportedKey &key : imported.keys) {
        require(readKeyReference(key.reference).kind == KeyReference::Keychain,
                "A key goes into the keychain.");
        // One that stands elsewhere too, perhaps as a name, may be repeated.
        if (key.secret.size() >= 8 && text.count(key.secret) == 1 && !text.contains('\\'))
            require(!words.contains(key.secret), "A plan holds no key of a file.");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const ImportMode mode = input.choose(2) == 0 ? ImportMode::Merge : ImportMode::Replace;
    const auto body = input.body();
    Environment environment;
    environment.readFile(QByteArray(QByteArray("KEY=") + inEnvironment + '\n'));
    const QByteArrayView text(body.get(), input.size());
    const Result<Imported> imported = readImport(text, environment);
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
    requireSecrecy(text, *imported, plan);
    const auto withoutKeys = std::find_if(plan.changes.cbegin(), plan.changes.cend(),
                                          [](const ImportChange &change) { return !change.keyGoesThere; });
    require(std::none_of(withoutKeys, plan.changes.cend(),
                         [](const ImportChange &change) { return change.keyGoesThere; }),
            "Places that a key could go to come first.");
    return 0;
}
