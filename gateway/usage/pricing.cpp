// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/pricing.h"

#include "gateway/base/logging.h"
#include "gateway/config/checks.h"
#include "gateway/config/json_text.h"
#include "gateway/config/object_reader.h"
#include "gateway/usage/model_variant.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype longestName = 256; // longer ones are nobody's models
constexpr auto azure = "azure-openai"_L1;
constexpr auto knownUnit = "USD per 1,000,000 tokens"_L1;

struct ListedModel
{
    QString provider;
    QString model;
    Price price = {};
};

void readOptional(ObjectReader &reader, QLatin1StringView name, std::optional<double> &out)
{
    if (reader.has(name))
        reader.read(name, out.emplace());
}

void readFields(ObjectReader &reader, ListedModel &listed)
{
    for (const auto name : {"provider"_L1, "model"_L1, "input"_L1, "output"_L1})
        reader.require(name);
    reader.read("provider"_L1, listed.provider);
    reader.read("model"_L1, listed.model);
    reader.read("input"_L1, listed.price.input);
    reader.read("output"_L1, listed.price.output);
    readOptional(reader, "cache_read"_L1, listed.price.cacheRead);
    readOptional(reader, "cache_write"_L1, listed.price.cacheWrite);
}

Error brokenList(const Problem &problem)
{
    return {500, "server_error", "invalid_price_list",
            u"The price list is broken: %1 %2."_s.arg(problem.path, problem.message)};
}

bool isBefore(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) < 0;
}

} // namespace

const PriceList &PriceList::builtIn()
{
    static const PriceList list = [] {
        QFile resource(u":/pricing.json"_s);
        Result<PriceList> parsed =
            parse(resource.open(QIODevice::ReadOnly) ? resource.readAll() : QByteArray());
        if (!parsed)
            qCCritical(lcConfig).noquote() << parsed.error().message;
        return parsed ? std::move(*parsed) : PriceList();
    }();
    return list;
}

Result<PriceList> PriceList::parse(QByteArrayView json)
{
    JsonText text = parseJsonText(json);
    if (!text.problems.isEmpty())
        return brokenList(text.problems.first());
    PriceList list;
    QString unit;
    QList<ListedModel> models;
    ObjectReader reader(text.value, {}, text.problems);
    reader.read("source"_L1, list.m_source);
    reader.require("date"_L1);
    reader.read("date"_L1, list.m_date);
    reader.read("unit"_L1, unit);
    reader.require("models"_L1);
    reader.readObjects("models"_L1, models);
    if (unit != knownUnit)
        reader.addProblem("unit"_L1, u"must be `%1`"_s.arg(knownUnit));
    for (qsizetype i = 0; i < models.size(); ++i)
        checkPrice(models[i].price, Findings(text.problems, u"/models/%1"_s.arg(i)));
    if (!text.problems.isEmpty())
        return brokenList(text.problems.first());

    for (const ListedModel &listed : std::as_const(models)) {
        auto rows = std::find_if(list.m_lists.begin(), list.m_lists.end(),
                                 [&](const Rows &each) { return each.preset == listed.provider; });
        if (rows == list.m_lists.end())
            rows = list.m_lists.insert(rows, {listed.provider, {}});
        rows->rows.push_back({listed.model.toUtf8(), listed.price});
    }
    for (Rows &rows : list.m_lists) {
        std::sort(rows.rows.begin(), rows.rows.end(),
                  [](const Row &a, const Row &b) { return isBefore(a.model, b.model); });
        const auto twin =
            std::adjacent_find(rows.rows.cbegin(), rows.rows.cend(),
                               [](const Row &a, const Row &b) { return !isBefore(a.model, b.model); });
        if (twin != rows.rows.cend())
            return brokenList({u"/models"_s, QString::fromUtf8(twin->model) + u" is there twice"_s});
    }
    return list;
}

std::optional<Price> PriceList::find(QStringView preset, QByteArrayView model) const
{
    const Rows *list = rowsOf(preset);
    if (!list || model.isEmpty() || model.size() > longestName)
        return std::nullopt;
    const auto look = preset == azure ? findExact : findVariant;
    const Row *row = look(*list, model);
    if (!row)
        row = look(*list, model.sliced(model.lastIndexOf('/') + 1));
    return row ? std::optional(row->price) : std::nullopt;
}

const PriceList::Rows *PriceList::rowsOf(QStringView preset) const
{
    const auto it = std::find_if(m_lists.cbegin(), m_lists.cend(),
                                 [&](const Rows &rows) { return rows.preset == preset; });
    return it == m_lists.cend() ? nullptr : &*it;
}

const PriceList::Row *PriceList::findExact(const Rows &list, QByteArrayView name)
{
    const auto it =
        std::lower_bound(list.rows.cbegin(), list.rows.cend(), name,
                         [](const Row &row, QByteArrayView wanted) { return isBefore(row.model, wanted); });
    return it == list.rows.cend() || isBefore(name, it->model) ? nullptr : &*it;
}

//! A model that is known, but not as the one that \a name is a variant of, is not taken for a shorter one:
//! where gpt-4o-mini is listed, gpt-4o-mini-tts is no gpt-4o.
const PriceList::Row *PriceList::findVariant(const Rows &list, QByteArrayView name)
{
    for (qsizetype length = name.size(); length > 0; --length) {
        if (length < name.size() && !QByteArrayView("-:@").contains(name[length]))
            continue;
        if (const Row *row = findExact(list, name.first(length)))
            return isVariantOfModel(name.sliced(length)) ? row : nullptr;
    }
    return nullptr;
}

double costOf(const Price &price, const TokenUsage &tokens)
{
    const qint64 input = std::max<qint64>(tokens.input, 0);
    const qint64 cached = std::clamp<qint64>(tokens.cached, 0, input);
    const qint64 written = std::clamp<qint64>(tokens.cacheWrite, 0, input - cached);
    const qint64 output = std::max<qint64>(tokens.output, 0);
    constexpr double million = 1'000'000;
    return (double(input - cached - written) * price.input +
            double(cached) * price.cacheRead.value_or(price.input) +
            double(written) * price.cacheWrite.value_or(price.input) + double(output) * price.output) /
           million;
}

} // namespace gatehouse
