// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/app.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

const QList<ConnectableApp> &connectableApps()
{
    static const QList<ConnectableApp> apps = {
        {u"claude-code"_s, u"Claude Code"_s, ConnectableApp::Kind::File},
        {u"codex"_s, u"Codex CLI"_s, ConnectableApp::Kind::File},
        {u"gemini-cli"_s, u"Gemini CLI"_s, ConnectableApp::Kind::File},
        {u"opencode"_s, u"opencode"_s, ConnectableApp::Kind::File},
        {u"aider"_s, u"aider"_s, ConnectableApp::Kind::File},
        {u"continue"_s, u"Continue"_s, ConnectableApp::Kind::File},
        {u"zed"_s, u"Zed"_s, ConnectableApp::Kind::File},
        {u"cline"_s, u"Cline"_s},
        {u"open-webui"_s, u"Open WebUI"_s},
        {u"jetbrains"_s, u"JetBrains AI Assistant"_s},
        {u"cursor"_s, u"Cursor"_s, ConnectableApp::Kind::Unreachable,
         QString::fromUtf8(QT_TRANSLATE_NOOP(
             "gatehouse::ConnectableApp", "Cursor sends its requests through its own servers, which cannot "
                                          "reach 127.0.0.1 on this machine: it would need a public https "
                                          "address that leads to the gateway."))},
        {u"openai-python"_s, u"OpenAI SDK for Python"_s},
        {u"openai-node"_s, u"OpenAI SDK for Node"_s},
        {u"anthropic-python"_s, u"Anthropic SDK for Python"_s},
        {u"anthropic-node"_s, u"Anthropic SDK for Node"_s},
        {u"langchain"_s, u"LangChain"_s},
        {u"vercel-ai"_s, u"Vercel AI SDK"_s},
        {u"curl"_s, u"curl"_s},
    };
    return apps;
}

const ConnectableApp *connectableApp(const QString &id)
{
    for (const ConnectableApp &app : connectableApps())
        if (app.id == id)
            return &app;
    return nullptr;
}

} // namespace gatehouse
