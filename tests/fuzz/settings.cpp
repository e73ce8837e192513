// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other applications, into which a setting is put: it is there afterwards, all others are as they
// were, and what stood in its place can be put back byte for byte.
#include "connect/meaning.h"
#include "connect/quoted.h"
#include "connect/settings_text.h"
#include "fuzz_input.h"
#include "promise.h"

#include <QString>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! Settings as the applications that we know have them.
QList<QStringList> pathsOf(SettingsFormat format)
{
    switch (format) {
    case SettingsFormat::Json:
        return {
            {u"model"_s}, {u"env"_s, u"URL"_s}, {u"provider"_s, u"gatehouse"_s, u"options"_s, u"baseURL"_s}};
    case SettingsFormat::Toml:
        return {{u"model"_s}, {u"env"_s, u"URL"_s}, {u"model_providers"_s, u"gatehouse"_s, u"base_url"_s}};
    case SettingsFormat::Yaml:
        return {{u"model"_s},
                {u"models"_s, u"Gatehouse"_s, u"apiBase"_s},
                {u"models"_s, u"Gatehouse"_s, u"model"_s}};
    case SettingsFormat::Environment:
        return {{u"MODEL"_s}, {u"URL"_s}, {u"KEY"_s}};
    }
    return {};
}

QByteArray valueFor(SettingsFormat format)
{
    const QString url = u"http://127.0.0.1:1337/v1"_s;
    return format == SettingsFormat::Environment ? environmentValue(url) : quoted(url);
}

struct Change
{
    SettingsFormat format;
    QStringList path;
    QByteArray before;
    QByteArray after;
};

//! What \a text says of all settings but \a changed.
QList<std::optional<QByteArray>> othersIn(const Change &change, const QByteArray &text)
{
    QList<std::optional<QByteArray>> values;
    for (const QStringList &path : pathsOf(change.format)) {
        if (path == change.path)
            continue;
        const Result<FoundSetting> found = settingIn(change.format, text, path);
        const auto value = found ? found->value : std::nullopt;
        values.append(value ? std::optional(meaningOf(change.format, *value)) : std::nullopt);
    }
    return values;
}

void requireThere(const Change &change, const QByteArray &value)
{
    const Result<FoundSetting> found = settingIn(change.format, change.after, change.path);
    require(found && found->value.has_value(), "A setting that was written is there.");
    require(meaningOf(change.format, *found->value) == meaningOf(change.format, value),
            "It says what it was to.");
    require(found->reached == change.path.size(), "Its whole path is there.");
    const Result<QByteArray> twice = withSetting(change.format, change.after, {change.path, value});
    require(twice && *twice == change.after, "Written twice it is the same.");
}

void requireBack(const Change &change, const FoundSetting &former)
{
    if (former.value) {
        const Setting old{change.path, *former.value, false, true};
        const Result<QByteArray> back = withSetting(change.format, change.after, old);
        require(bool(back), "What stood there can be put back.");
        // Where nothing stood behind a name, a blank may stay.
        require(*back == change.before || former.value->isEmpty(), "It is put back byte for byte.");
        return;
    }
    const Result<QByteArray> back = withoutSetting(change.format, change.after, change.path, former.reached);
    require(bool(back), "A setting that was written can be taken out.");
    const Result<FoundSetting> found = settingIn(change.format, *back, change.path);
    require(found && !found->value, "A setting that was taken out is gone.");
    require(othersIn(change, *back) == othersIn(change, change.before), "All others are as they were.");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const auto format = SettingsFormat(input.choose(4));
    const QStringList path = pathsOf(format)[input.choose(3)];
    const auto body = input.body();
    const QByteArray text(body.get(), input.size());
    const QByteArray value = valueFor(format);
    const Result<FoundSetting> former = settingIn(format, text, path);
    if (!former) {
        require(!former.error().message.isEmpty(), "A refusal says why.");
        return 0;
    }
    require(former->reached >= 0 && former->reached <= path.size(), "No more is reached than there is.");
    (void)meaningDigest(format, former->value.value_or(QByteArray()));
    const Result<QByteArray> after = withSetting(format, text, {path, value});
    if (!after) {
        require(!after.error().message.isEmpty(), "A refusal says why.");
        return 0;
    }
    const Change change{format, path, text, *after};
    requireThere(change, value);
    require(othersIn(change, *after) == othersIn(change, text), "All others are as they were.");
    requireBack(change, *former);
    return 0;
}
