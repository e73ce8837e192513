// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/app_files.h"

#include "connect/quoted.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

using Files = QList<SettingsFile>;

//! The folder that variable \a name moves, else \a usual.
QString folder(const Surroundings &surroundings, const QString &name, const QString &usual)
{
    const QString moved = surroundings.variables.value(name);
    return moved.isEmpty() ? surroundings.home + usual : moved;
}

QByteArray jsonMember(const QByteArray &indentation, QByteArrayView name, const QString &value)
{
    return indentation + '"' + name.toByteArray() + "\": " + quoted(value);
}

// Claude Code documents these variables for gateways. A token beats the login at claude.ai, which would else
// be used: the app insists on one.
Files claudeCode(const Access &access, const Surroundings &surroundings)
{
    QList<Setting> settings = {
        {{u"env"_s, u"ANTHROPIC_BASE_URL"_s}, quoted(access.url)},
        {{u"env"_s, u"ANTHROPIC_AUTH_TOKEN"_s}, quoted(keyOrPlaceholder(access))},
    };
    // It asks its small model in the background: without a Claude behind the gateway that has to be another
    // too.
    const QStringList names = {u"ANTHROPIC_MODEL"_s, u"ANTHROPIC_DEFAULT_OPUS_MODEL"_s,
                               u"ANTHROPIC_DEFAULT_SONNET_MODEL"_s, u"ANTHROPIC_DEFAULT_HAIKU_MODEL"_s};
    for (const QString &name : access.model.isEmpty() ? QStringList() : names)
        settings.append({{u"env"_s, name}, quoted(access.model)});
    return {{folder(surroundings, u"CLAUDE_CONFIG_DIR"_s, u"/.claude"_s) + "/settings.json"_L1,
             SettingsFormat::Json, settings}};
}

// The bearer token works without a variable in the shell, and beats the login at ChatGPT.
Files codex(const Access &access, const Surroundings &surroundings)
{
    const auto own = [](const QString &name) {
        return QStringList{u"model_providers"_s, u"gatehouse"_s, name};
    };
    QList<Setting> settings;
    if (!access.model.isEmpty())
        settings.append({{u"model"_s}, quoted(access.model)});
    settings += {{{u"model_provider"_s}, quoted(u"gatehouse"_s)},
                 {own(u"name"_s), quoted(u"Gatehouse"_s)},
                 {own(u"base_url"_s), quoted(access.url + "/v1"_L1)},
                 {own(u"wire_api"_s), quoted(u"responses"_s)}};
    if (!access.key.isEmpty())
        settings.append({own(u"experimental_bearer_token"_s), quoted(access.key)});
    return {{folder(surroundings, u"CODEX_HOME"_s, u"/.codex"_s) + "/config.toml"_L1, SettingsFormat::Toml,
             settings}};
}

// It signs in with Google unless settings.json says that there is a key, and insists on one.
Files geminiCli(const Access &access, const Surroundings &surroundings)
{
    QList<Setting> variables = {{{u"GEMINI_API_KEY"_s}, environmentValue(keyOrPlaceholder(access))},
                                {{u"GOOGLE_GEMINI_BASE_URL"_s}, environmentValue(access.url)}};
    if (!access.model.isEmpty())
        variables.append({{u"GEMINI_MODEL"_s}, environmentValue(access.model)});
    const QString own = folder(surroundings, u"GEMINI_CLI_HOME"_s, {}) + "/.gemini/"_L1;
    return {{own + ".env"_L1, SettingsFormat::Environment, variables},
            {own + "settings.json"_L1,
             SettingsFormat::Json,
             {{{u"security"_s, u"auth"_s, u"selectedType"_s}, quoted(u"gemini-api-key"_s)}}}};
}

// By way of the Responses API: in chat completions it sends `max_tokens`, which the newer models of OpenAI
// refuse, and what is of one dialect passes as it is. That package insists on a key.
Files opencode(const Access &access, const Surroundings &surroundings)
{
    const auto own = [](const QStringList &names) {
        return QStringList{u"provider"_s, u"gatehouse"_s} + names;
    };
    const QString model = modelOr(access, u"gpt-4o"_s);
    QList<Setting> settings = {{own({u"npm"_s}), quoted(u"@ai-sdk/openai"_s)},
                               {own({u"name"_s}), quoted(u"Gatehouse"_s), true},
                               {own({u"options"_s, u"baseURL"_s}), quoted(access.url + "/v1"_L1)},
                               {own({u"options"_s, u"apiKey"_s}), quoted(keyOrPlaceholder(access))}};
    settings.append({own({u"models"_s, model, u"name"_s}), quoted(model), true});
    settings.append({{u"model"_s}, quoted(u"gatehouse/"_s + model)});
    const QString file = folder(surroundings, u"XDG_CONFIG_HOME"_s, u"/.config"_s) + "/opencode/opencode."_L1;
    const bool commented = QFileInfo::exists(file + "jsonc"_L1);
    return {{file + (commented ? "jsonc"_L1 : "json"_L1), SettingsFormat::Json, settings}};
}

// LiteLLM inside insists on a key.
Files aider(const Access &access, const Surroundings &surroundings)
{
    QList<Setting> settings = {{{u"openai-api-base"_s}, quoted(access.url + "/v1"_L1)},
                               {{u"openai-api-key"_s}, quoted(keyOrPlaceholder(access))}};
    if (!access.model.isEmpty())
        settings.append({{u"model"_s}, quoted(u"openai/"_s + access.model)});
    return {{surroundings.home + "/.aider.conf.yml"_L1, SettingsFormat::Yaml, settings}};
}

QString continueFolder(const Surroundings &surroundings)
{
    return folder(surroundings, u"CONTINUE_GLOBAL_DIR"_s, u"/.continue"_s);
}

Files continueDev(const Access &access, const Surroundings &surroundings)
{
    const auto own = [](const QString &name) { return QStringList{u"models"_s, u"Gatehouse"_s, name}; };
    // The first three are what the format asks of every file.
    QList<Setting> settings = {{{u"name"_s}, "Local", true},
                               {{u"version"_s}, "1.0.0", true},
                               {{u"schema"_s}, "v1", true},
                               {own(u"provider"_s), "openai"},
                               {own(u"model"_s), quoted(modelOr(access, u"gpt-4o"_s))},
                               {own(u"apiBase"_s), quoted(access.url + "/v1"_L1)}};
    if (!access.key.isEmpty())
        settings.append({own(u"apiKey"_s), quoted(access.key)});
    return {{continueFolder(surroundings) + "/config.yaml"_L1, SettingsFormat::Yaml, settings}};
}

// A model that is listed already stays as it is: its limits are the user's.
Files zed(const Access &access, const Surroundings &surroundings)
{
    const QString model = modelOr(access, u"gpt-4o"_s);
    const QByteArray entry = "{\n" + jsonMember("\t", "name", model) + ",\n" +
                             jsonMember("\t", "display_name", model) + ",\n\t\"max_tokens\": 128000\n}";
    const QStringList own = {u"language_models"_s, u"openai_compatible"_s, u"Gatehouse"_s};
    return {{folder(surroundings, u"XDG_CONFIG_HOME"_s, u"/.config"_s) + "/zed/settings.json"_L1,
             SettingsFormat::Json,
             {{own + QStringList{u"api_url"_s}, quoted(access.url + "/v1"_L1)},
              {own + QStringList{u"available_models"_s, model}, entry, true, false, true}}}};
}

} // namespace

QList<SettingsFile> filesOf(const ConnectableApp &app, const Access &access, const Surroundings &surroundings)
{
    using Writer = Files (*)(const Access &, const Surroundings &);
    static const QHash<QString, Writer> writers = {
        {u"claude-code"_s, claudeCode},
        {u"codex"_s, codex},
        {u"gemini-cli"_s, geminiCli},
        {u"opencode"_s, opencode},
        {u"aider"_s, aider},
        {u"continue"_s, continueDev},
        {u"zed"_s, zed},
    };
    const Writer writer = writers.value(app.id);
    return writer ? writer(access, surroundings) : Files();
}

QString hindranceOf(const ConnectableApp &app, const Surroundings &surroundings)
{
    if (app.id != "continue"_L1)
        return {};
    const QString own = continueFolder(surroundings);
    // It reads config.json only where there is no config.yaml.
    return QFileInfo::exists(own + "/config.json"_L1) && !QFileInfo::exists(own + "/config.yaml"_L1)
               ? QCoreApplication::translate(
                     "gatehouse::Connections",
                     "Continue uses config.json here; let Continue migrate it to config.yaml first.")
               : QString();
}

bool insistsOnModel(const ConnectableApp &app)
{
    return app.id == "opencode"_L1 || app.id == "continue"_L1 || app.id == "zed"_L1;
}

QString keyVariableOf(const ConnectableApp &app)
{
    return app.id == "zed"_L1 ? u"GATEHOUSE_API_KEY"_s : QString();
}

} // namespace gatehouse
