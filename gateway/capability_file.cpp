// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/capability_file.h"

#include "gateway/base/logging.h"
#include "gateway/base/whole_file.h"

#include <QFileInfo>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cmath>

namespace gatehouse {
namespace {

namespace json = boost::json;

constexpr qint64 largestFile = 4 * 1024 * 1024;
constexpr qsizetype mostSheets = 2000;
constexpr qsizetype longestDetail = 300;

struct NamedFeature
{
    Feature feature;
    const char *name;
};
constexpr NamedFeature features[] = {
    {Feature::Text, "text"},
    {Feature::Stream, "stream"},
    {Feature::StreamUsage, "streamUsage"},
    {Feature::ParallelTools, "parallelTools"},
    {Feature::ZeroArgumentTool, "zeroArgumentTool"},
    {Feature::Image, "image"},
    {Feature::StructuredOutput, "structuredOutput"},
    {Feature::Reasoning, "reasoning"},
    {Feature::LongToolName, "longToolName"},
    {Feature::StopReason, "stopReason"},
};
constexpr const char *verdicts[] = {"works", "fails", "unknown"}; // as FeatureResult::Verdict

std::string utf8(const QString &text)
{
    return text.toStdString();
}

const json::value &member(const json::value &value, const char *name)
{
    static const json::value none;
    const json::object *object = value.if_object();
    const json::value *found = object ? object->if_contains(name) : nullptr;
    return found ? *found : none;
}

QString text(const json::value &value)
{
    const json::string *string = value.if_string();
    return string ? QString::fromUtf8(string->data(), qsizetype(string->size())) : QString();
}

//! A number that is not negative; 0 of anything else.
double amount(const json::value &value)
{
    json::error_code error;
    const double number = value.is_number() ? value.to_number<double>(error) : 0;
    return error || !std::isfinite(number) ? 0 : std::clamp(number, 0.0, 9e15);
}

//! In whole microseconds, and at most some days: Boost.JSON before 1.82 reads a long number with another last
//! bit than it was written with.
double millisecondsIn(const json::value &value)
{
    return std::round(std::min(amount(value), 1e9) * 1000) / 1000;
}

std::optional<FeatureResult> readResult(const json::value &value)
{
    const QString verdict = text(member(value, "verdict"));
    for (int i = 0; i < int(std::size(verdicts)); ++i) {
        if (verdict == QLatin1StringView(verdicts[i]))
            return FeatureResult{FeatureResult::Verdict(i), text(member(value, "detail")).left(longestDetail),
                                 millisecondsIn(member(value, "ms")),
                                 qint64(amount(member(value, "tokens")))};
    }
    return std::nullopt;
}

CapabilitySheet readSheet(const json::value &value)
{
    CapabilitySheet sheet{text(member(value, "provider")), text(member(value, "model")),
                          text(member(value, "baseUrl")), qint64(amount(member(value, "testedAtMs")))};
    for (const NamedFeature &each : features) {
        if (const auto result = readResult(member(member(value, "results"), each.name)))
            sheet.results.insert(each.feature, *result);
    }
    return sheet;
}

QList<CapabilitySheet> ignored(const QString &path, const QString &why)
{
    qCWarning(lcConfig).noquote() << "The results of self-tests in" << path << "are not used:" << why;
    return {};
}

} // namespace

QByteArray capabilitiesJson(const QList<CapabilitySheet> &sheets)
{
    json::array list;
    for (const CapabilitySheet &sheet : sheets) {
        json::object results;
        for (const NamedFeature &each : features) {
            const auto it = sheet.results.constFind(each.feature);
            if (it != sheet.results.cend())
                results[each.name] = {{"verdict", verdicts[it->verdict]},
                                      {"detail", utf8(it->detail)},
                                      {"ms", it->ms},
                                      {"tokens", std::int64_t(it->tokens)}};
        }
        list.push_back(json::object{{"provider", utf8(sheet.provider)},
                                    {"model", utf8(sheet.model)},
                                    {"baseUrl", utf8(sheet.baseUrl)},
                                    {"testedAtMs", std::int64_t(sheet.testedAtMs)},
                                    {"results", std::move(results)}});
    }
    return QByteArray::fromStdString(
        json::serialize(json::object{{"version", 1}, {"sheets", std::move(list)}}) + '\n');
}

std::optional<QList<CapabilitySheet>> parseCapabilities(const QByteArray &bytes)
{
    json::error_code error;
    const json::value root = json::parse({bytes.constData(), size_t(bytes.size())}, error);
    const json::array *list = error ? nullptr : member(root, "sheets").if_array();
    if (!list || amount(member(root, "version")) != 1)
        return std::nullopt;
    QList<CapabilitySheet> sheets;
    for (const json::value &value : *list) {
        CapabilitySheet sheet = readSheet(value);
        if (!sheet.provider.isEmpty() && !sheet.model.isEmpty() && sheets.size() < mostSheets)
            sheets.append(std::move(sheet));
    }
    return sheets;
}

QList<CapabilitySheet> readCapabilities(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {};
    if (!info.isFile()) // a pipe would be waited for, a device never end
        return ignored(path, QStringLiteral("it is not a regular file."));
    if (info.size() > largestFile)
        return ignored(path, QStringLiteral("it is too large."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return ignored(path, file.errorString());
    const auto sheets = parseCapabilities(file.read(largestFile));
    return sheets ? *sheets : ignored(path, QStringLiteral("it does not hold what it should."));
}

void writeCapabilities(const QString &path, const QList<CapabilitySheet> &sheets)
{
    const QString problem = writeWholeFile(path, capabilitiesJson(sheets), FileReaders::OwnerOnly);
    if (!problem.isEmpty())
        qCWarning(lcConfig).noquote()
            << "The results of self-tests cannot be kept in" << path << ":" << problem;
}

CapabilitySheet withKnown(CapabilitySheet now, const CapabilitySheet &before)
{
    for (auto it = now.results.begin(); it != now.results.end(); ++it) {
        const FeatureResult earlier = before.results.value(it.key());
        if (it->verdict == FeatureResult::Unknown && earlier.verdict != FeatureResult::Unknown)
            *it = earlier;
    }
    return now;
}

} // namespace gatehouse
