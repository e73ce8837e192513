// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/snippet_families.h"

#include "connect/quoted.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Fields of a form, a line each, by the names that the application gives them.
QString fields(const QList<QPair<QString, QString>> &all)
{
    QString lines;
    for (const auto &[name, value] : all)
        lines += name + ": "_L1 + value + u'\n';
    return lines;
}

//! The address as a container reaches it.
QString fromContainer(const QString &url)
{
    QUrl moved(url);
    const QString host = moved.host();
    if (host == "127.0.0.1"_L1 || host == "localhost"_L1 || host == "::1"_L1)
        moved.setHost(u"host.docker.internal"_s);
    return moved.toString();
}

QString openWebUi(const QString &url, const Access &access)
{
    return exports({{u"OPENAI_API_BASE_URL"_s, url + "/v1"_L1},
                    {u"OPENAI_API_KEY"_s, keyOrPlaceholder(access)}}) +
           "open-webui serve\n"_L1;
}

QString openWebUiDocker(const Access &access)
{
    return u"docker run -d -p 3000:8080 --add-host=host.docker.internal:host-gateway -e %1 -e %2 "
           "-v open-webui:/app/backend/data --name open-webui ghcr.io/open-webui/open-webui:main\n"_s.arg(
               shellWord(u"OPENAI_API_BASE_URL="_s + fromContainer(access.url) + "/v1"_L1),
               shellWord(u"OPENAI_API_KEY="_s + keyOrPlaceholder(access)));
}

} // namespace

QList<Snippet> editorSnippets(const ConnectableApp &app, const Access &access)
{
    const QString base = access.url + "/v1"_L1;
    const QString model = modelOr(access, u"gpt-4o"_s);
    if (app.id == "cline"_L1)
        return {{QCoreApplication::translate("gatehouse::Snippets", "Cline's settings → API Configuration"),
                 fields({{u"API Provider"_s, u"OpenAI Compatible"_s},
                         {u"Base URL"_s, base},
                         {u"API Key"_s, keyOrPlaceholder(access)},
                         {u"Model ID"_s, model}})}};
    if (app.id == "jetbrains"_L1)
        return {{QCoreApplication::translate(
                     "gatehouse::Snippets",
                     "Settings → Tools → AI Assistant → Providers & API keys → Third-party AI providers"),
                 fields({{u"Provider"_s, u"OpenAI-compatible"_s},
                         {u"URL"_s, base},
                         {u"API Key"_s, keyOrPlaceholder(access)},
                         {u"Model"_s, model}})}};
    if (app.id == "open-webui"_L1)
        return {
            {QCoreApplication::translate("gatehouse::Snippets", "a terminal"), openWebUi(access.url, access)},
            {QCoreApplication::translate(
                 "gatehouse::Snippets",
                 "a terminal, with Docker. From a container this machine is "
                 "host.docker.internal: the gateway "
                 "has to listen beyond 127.0.0.1, and needs that name among its allowed hosts"),
             openWebUiDocker(access)},
            {QCoreApplication::translate(
                 "gatehouse::Snippets",
                 "Admin Panel → Settings → Connections → OpenAI API (what is saved there goes before the "
                 "variables)"),
             fields({{u"URL"_s, base}, {u"API Key"_s, keyOrPlaceholder(access)}})}};
    return {};
}

} // namespace gatehouse
