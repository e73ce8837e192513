// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/ui_rig.h"

#include "gateway/base/redact.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

UiRig::UiRig()
    : gateway(&secrets, std::make_shared<Redactor>())
    , today(gateway, daily, {.pause = std::chrono::milliseconds(1)})
    , draft([this](const Config &config) {
        if (writeProblem.isEmpty())
            saved.append(config);
        return writeProblem;
    })
    , context{draft, status, gateway, secrets, program, usage, today}
{
}

void UiRig::load(const Config &config, const QByteArray &dotEnv)
{
    Environment environment;
    (void)environment.readFile(dotEnv);
    draft.load(config, environment);
}

Provider someProvider(const QString &id, const QString &name)
{
    Provider provider;
    provider.id = id;
    provider.name = name;
    provider.baseUrl = u"https://api.%1.example/v1"_s.arg(id);
    provider.apiKeys = {u"${%1_KEY}"_s.arg(id.toUpper())};
    provider.models = {{id + u"-large"_s}, {id + u"-small"_s, u"small-"_s + id}};
    return provider;
}

} // namespace gatehouse
