// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/snippets.h"

#include "connect/app_files.h"
#include "connect/quoted.h"
#include "connect/settings_text.h"
#include "connect/snippet_families.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! What the files of \a app hold when they hold nothing else.
QList<Snippet> fileSnippets(const ConnectableApp &app, const Access &access)
{
    QList<Snippet> snippets;
    for (const SettingsFile &file : filesOf(app, access, {u"~"_s, {}})) {
        QByteArray text;
        for (const Setting &setting : file.settings) {
            const Result<QByteArray> next = withSetting(file.format, text, setting);
            text = next ? *next : text;
        }
        snippets.append({file.path, QString::fromUtf8(text)});
    }
    return snippets;
}

QList<Snippet> terminalSnippets(const ConnectableApp &app, const Access &access)
{
    QList<QPair<QString, QString>> variables;
    if (app.id == "claude-code"_L1) {
        variables = {{u"ANTHROPIC_BASE_URL"_s, access.url},
                     {u"ANTHROPIC_AUTH_TOKEN"_s, keyOrPlaceholder(access)},
                     {u"ANTHROPIC_MODEL"_s, access.model}};
    } else if (app.id == "gemini-cli"_L1) {
        variables = {{u"GOOGLE_GEMINI_BASE_URL"_s, access.url},
                     {u"GEMINI_API_KEY"_s, keyOrPlaceholder(access)},
                     {u"GEMINI_MODEL"_s, access.model}};
    } else if (app.id == "aider"_L1) {
        variables = {{u"OPENAI_API_BASE"_s, access.url + "/v1"_L1},
                     {u"OPENAI_API_KEY"_s, keyOrPlaceholder(access)},
                     {u"AIDER_MODEL"_s, access.model.isEmpty() ? QString() : u"openai/"_s + access.model}};
    } else if (app.id == "zed"_L1) {
        // Zed reads keys from the keychain or the environment, never from its settings.
        return {
            {QCoreApplication::translate(
                 "gatehouse::Snippets",
                 "the environment of Zed, or the key's field in its agent settings: Zed reads no key from "
                 "settings.json"),
             exports({{u"GATEHOUSE_API_KEY"_s, keyOrPlaceholder(access)}})}};
    }
    const QString lines = exports(variables);
    return lines.isEmpty()
               ? QList<Snippet>()
               : QList<Snippet>{{QCoreApplication::translate("gatehouse::Snippets", "a terminal"), lines}};
}

} // namespace

QString exports(const QList<QPair<QString, QString>> &variables)
{
    QString lines;
    for (const auto &[name, value] : variables) {
        if (!value.isEmpty())
            lines += u"export "_s + name + u'=' + shellWord(value) + u'\n';
    }
    return lines;
}

QList<Snippet> snippetsFor(const ConnectableApp &app, const Access &access)
{
    if (app.kind == ConnectableApp::Kind::Unreachable)
        return {};
    if (app.kind == ConnectableApp::Kind::File)
        return fileSnippets(app, access) + terminalSnippets(app, access);
    return editorSnippets(app, access) + codeSnippets(app, access);
}

} // namespace gatehouse
