// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_json.h"

#include "gateway/config/fields.h"
#include "gateway/config/json_text.h"
#include "gateway/config/words.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype largestFile = 1024 * 1024;
constexpr qsizetype mostProblems = 200;

//! The fields that stand alone inside an object of their own.
template<typename T>
struct Single
{
    QLatin1StringView name;
    T &value;
};
template<typename T> // which clang below 17 does not find by itself
Single(QLatin1StringView, T &)->Single<T>;

template<typename T>
void readFields(ObjectReader &reader, Single<T> &field)
{
    reader.read(field.name, field.value);
}

//! What check() finds in a value that could not be read is only an echo of that, and so is what a preset that
//! nobody knows does not give.
bool isEcho(const Problem &problem, const QSet<QString> &unreadable)
{
    QString path = problem.path;
    if (problem.message == ConfigWords::tr("is missing") &&
        unreadable.contains(path.section(u'/', 0, -2) + "/preset"_L1))
        return true;
    for (; !path.isEmpty(); path.truncate(path.lastIndexOf(u'/'))) {
        if (unreadable.contains(path))
            return true;
    }
    return false;
}

void addChecks(ConfigReading &reading)
{
    QSet<QString> unreadable;
    for (const Problem &problem : std::as_const(reading.problems)) {
        if (!problem.warning)
            unreadable.insert(problem.path);
    }
    for (const Problem &problem : check(reading.config)) {
        if (!isEcho(problem, unreadable))
            reading.problems.append(problem);
    }
}

//! Puts \a problems into the order of the file, and leaves out what nobody would read any more.
void arrange(QList<Problem> &problems, const JsonNode &root)
{
    if (problems.size() > mostProblems) {
        const qsizetype more = problems.size() - mostProblems;
        problems.resize(mostProblems);
        problems.append({u"/"_s, ConfigWords::tr("has %1 more problems").arg(more)});
    }
    QHash<QString, qsizetype> positions;
    for (const Problem &problem : std::as_const(problems))
        positions.insert(problem.path, positionOf(root, problem.path));
    std::stable_sort(problems.begin(), problems.end(), [&](const Problem &a, const Problem &b) {
        return positions.value(a.path) < positions.value(b.path);
    });
}

} // namespace

void readFields(ObjectReader &reader, Config &config)
{
    int version = 1;
    reader.read("version"_L1, version);
    if (version != 1)
        reader.addProblem("version"_L1, ConfigWords::tr("must be 1: this program knows no other"));
    reader.readObject("listener"_L1, config.listener);
    reader.readObjects("clients"_L1, config.clients);
    reader.readObjects("providers"_L1, config.providers);
    reader.readObjects("routes"_L1, config.routes);
    reader.read("defaultModel"_L1, config.defaultModel);
    Single cooldown{"maxSeconds"_L1, config.cooldownMax};
    reader.readObject("cooldown"_L1, cooldown);
    Single health{"intervalSeconds"_L1, config.healthInterval};
    reader.readObject("health"_L1, health);
    Single usage{"keepDays"_L1, config.usageKeepDays};
    reader.readObject("usage"_L1, usage);
    reader.readObject("budget"_L1, config.budget);
    reader.readObject("alerts"_L1, config.alerts);
}

bool ConfigReading::valid() const
{
    return std::all_of(problems.cbegin(), problems.cend(),
                       [](const Problem &problem) { return problem.warning; });
}

ConfigReading readConfig(QByteArrayView json)
{
    ConfigReading reading;
    if (json.size() > largestFile) {
        reading.problems.append({u"/"_s, ConfigWords::tr("is larger than 1 MiB")});
        return reading;
    }
    if (json.startsWith("\xef\xbb\xbf"))
        json = json.sliced(3);

    const JsonText text = parseJsonText(json);
    reading.problems = text.problems;
    if (text.value.is_null() && !reading.valid())
        return reading;

    ObjectReader reader(text.value, {}, reading.problems);
    readFields(reader, reading.config);
    reader.warnAboutUnknownFields();
    addChecks(reading);
    arrange(reading.problems, text.root);
    return reading;
}

} // namespace gatehouse
