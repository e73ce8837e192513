// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/snippet_families.h"

#include "connect/quoted.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! `{url}`, `{base}` (with the version), `{key}` and `{model}` of \a form, quoted as code.
QString filled(const char *form, const Access &access, const QString &usualModel)
{
    const QPair<QString, QString> values[] = {{u"{url}"_s, access.url},
                                              {u"{base}"_s, access.url + "/v1"_L1},
                                              {u"{key}"_s, keyOrPlaceholder(access)},
                                              {u"{model}"_s, modelOr(access, usualModel)}};
    QString text;
    const QString whole = QString::fromUtf8(form);
    // In one pass: a value may look like a place.
    for (qsizetype at = 0; at < whole.size();) {
        bool taken = false;
        for (const auto &[place, value] : values) {
            if (QStringView(whole).mid(at).startsWith(place)) {
                text += QString::fromUtf8(quoted(value));
                at += place.size();
                taken = true;
            }
        }
        if (!taken && at < whole.size())
            text += whole[at++];
    }
    return text;
}

constexpr auto openAiPython = R"(from openai import OpenAI

client = OpenAI(base_url={base}, api_key={key})
answer = client.chat.completions.create(
    model={model},
    messages=[{"role": "user", "content": "Hello"}],
)
print(answer.choices[0].message.content)
)";

constexpr auto openAiNode = R"(import OpenAI from 'openai';

const client = new OpenAI({ baseURL: {base}, apiKey: {key} });
const answer = await client.chat.completions.create({
  model: {model},
  messages: [{ role: 'user', content: 'Hello' }],
});
console.log(answer.choices[0].message.content);
)";

constexpr auto anthropicPython = R"(from anthropic import Anthropic

client = Anthropic(base_url={url}, api_key={key})
answer = client.messages.create(
    model={model},
    max_tokens=1024,
    messages=[{"role": "user", "content": "Hello"}],
)
print(answer.content[0].text)
)";

constexpr auto anthropicNode = R"(import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic({ baseURL: {url}, apiKey: {key} });
const answer = await client.messages.create({
  model: {model},
  max_tokens: 1024,
  messages: [{ role: 'user', content: 'Hello' }],
});
console.log(answer.content[0].text);
)";

constexpr auto langChain = R"(from langchain_openai import ChatOpenAI

model = ChatOpenAI(base_url={base}, api_key={key}, model={model}, stream_usage=True)
print(model.invoke("Hello").content)
)";

constexpr auto vercel = R"(import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText } from 'ai';

const gatehouse = createOpenAICompatible({ name: 'gatehouse', baseURL: {base}, apiKey: {key}, includeUsage: true });
const { text } = await generateText({ model: gatehouse({model}), prompt: 'Hello' });
console.log(text);
)";

QString curl(const Access &access)
{
    const QString body = u"{\"model\": "_s + QString::fromUtf8(quoted(modelOr(access, u"gpt-4o"_s))) +
                         ", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}"_L1;
    QString command = u"curl "_s + shellWord(access.url + "/v1/chat/completions"_L1) + " \\\n"_L1;
    if (!access.key.isEmpty())
        command += u"  -H "_s + shellWord(u"Authorization: Bearer "_s + access.key) + " \\\n"_L1;
    return command + "  -H 'Content-Type: application/json' \\\n  -d "_L1 + shellWord(body) + u'\n';
}

} // namespace

QList<Snippet> codeSnippets(const ConnectableApp &app, const Access &access)
{
    const QString gpt = u"gpt-4o"_s;
    const QString claude = u"claude-sonnet-4-5"_s;
    const Snippet openAiVariables = {QCoreApplication::translate("gatehouse::Snippets", "a terminal"),
                                     exports({{u"OPENAI_BASE_URL"_s, access.url + "/v1"_L1},
                                              {u"OPENAI_API_KEY"_s, keyOrPlaceholder(access)}})};
    const Snippet anthropicVariables = {
        QCoreApplication::translate("gatehouse::Snippets", "a terminal"),
        exports({{u"ANTHROPIC_BASE_URL"_s, access.url}, {u"ANTHROPIC_API_KEY"_s, keyOrPlaceholder(access)}})};
    if (app.id == "openai-python"_L1)
        return {{u"Python"_s, filled(openAiPython, access, gpt)}, openAiVariables};
    if (app.id == "openai-node"_L1)
        return {{u"JavaScript"_s, filled(openAiNode, access, gpt)}, openAiVariables};
    if (app.id == "anthropic-python"_L1)
        return {{u"Python"_s, filled(anthropicPython, access, claude)}, anthropicVariables};
    if (app.id == "anthropic-node"_L1)
        return {{u"JavaScript"_s, filled(anthropicNode, access, claude)}, anthropicVariables};
    if (app.id == "langchain"_L1)
        return {{u"Python"_s, filled(langChain, access, gpt)}};
    if (app.id == "vercel-ai"_L1)
        return {{u"JavaScript"_s, filled(vercel, access, gpt)}};
    if (app.id == "curl"_L1)
        return {{QCoreApplication::translate("gatehouse::Snippets", "a terminal"), curl(access)}};
    return {};
}

} // namespace gatehouse
