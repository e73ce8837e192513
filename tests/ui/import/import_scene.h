// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/ui_rig.h"
#include "ui/import/import_dialog.h"

#include <memory>

namespace gatehouse {

//! An import dialog with all that it can show; \a hostile: of a file that means harm.
inline std::unique_ptr<ImportDialog> importScene(UiRig &rig, bool hostile)
{
    using namespace Qt::StringLiterals;
    Imported imported{hostile ? ImportFormat::Gatehouse : ImportFormat::LiteLlm, {}, {}, {}};
    Provider provider = someProvider(u"groq"_s, u"Groq"_s);
    provider.apiKeys = {u"keychain:groq@api.groq.example"_s};
    imported.config.providers = {provider};
    imported.keys = {{u"groq"_s, 0, provider.apiKeys[0], "gsk-1"}};
    ImportSteps steps;
    steps.plan = [hostile](const Config &now, const Imported &with, ImportMode) {
        ImportPlan plan{now, {}, {}, {}};
        plan.result.providers += with.config.providers;
        plan.changes = {
            {ImportChange::Added, ImportChange::Host, u"api.groq.example"_s, u"Groq"_s, true},
            {ImportChange::Added, ImportChange::Host, u"127.0.0.1:11434"_s, u"no key"_s},
            {ImportChange::Added, ImportChange::Provider, u"groq"_s, u"12 models"_s},
            {ImportChange::Changed, ImportChange::Provider, u"openai"_s, u"models: 6, were 4"_s},
            {ImportChange::Removed, ImportChange::Route, u"cheap"_s},
            {ImportChange::Changed, ImportChange::Setting, u"/listener/port"_s, u"1338, was 1337"_s}};
        plan.left = {u"litellm_settings.callbacks: Gatehouse calls nobody back"_s,
                     u"model_list[3]: aws_access_key_id: requests to Bedrock cannot be signed"_s};
        if (!hostile)
            return plan;
        const QString words = u"<b>free</b> %1 very long words from outside "_s.repeated(12);
        plan.changes.prepend({ImportChange::Changed, ImportChange::Host, u"evil.example"_s,
                              u"the key of OpenAI would go there"_s, true});
        for (int i = 0; i < 30; ++i)
            plan.changes.append({ImportChange::Added, ImportChange::Host,
                                 u"host-%1.a-rather-long-name-of-a-host.example"_s.arg(i), words,
                                 i % 3 == 0});
        plan.left.append(words);
        plan.problems = {{u"/providers/0/baseUrl"_s, u"must be https beyond this machine"_s},
                         {u"/routes/0/targets"_s, words, true}};
        return plan;
    };
    auto dialog = std::make_unique<ImportDialog>(
        rig.context,
        hostile ? u"a-file-with-a-name-that-is-longer-than-anybody-needs-it-to-be.json"_s : u"config.yaml"_s,
        imported, steps);
    return dialog;
}

} // namespace gatehouse
