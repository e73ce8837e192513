// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/object_reader.h"

#include "gateway/config/close_names.h"
#include "gateway/config/config_json.h"
#include "gateway/config/json_text.h"
#include "gateway/config/words.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

// Bounds what an absurd file can cost; nobody has more of anything.
constexpr size_t longestList = 1000;
constexpr size_t mostFields = 1000;

QString toQString(const boost::json::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

boost::json::string_view toView(QLatin1StringView name)
{
    return {name.data(), size_t(name.size())};
}

} // namespace

ObjectReader::ObjectReader(const boost::json::value &value, QString path, QList<Problem> &problems)
    : m_object(value.if_object())
    , m_path(std::move(path))
    , m_problems(problems)
{
    if (!m_object)
        m_problems.append({m_path.isEmpty() ? u"/"_s : m_path, ConfigWords::tr("must be an object")});
}

const boost::json::value *ObjectReader::find(QLatin1StringView name)
{
    if (!m_known.contains(name))
        m_known.append(name);
    return m_object ? m_object->if_contains(toView(name)) : nullptr;
}

const boost::json::array *ObjectReader::findArray(QLatin1StringView name)
{
    const boost::json::value *value = find(name);
    if (!value)
        return nullptr;
    const boost::json::array *array = value->if_array();
    if (!array)
        addProblem(name, ConfigWords::tr("must be a list"));
    else if (array->size() > longestList)
        addProblem(name, ConfigWords::tr("has more than %1 entries").arg(longestList));
    else
        return array;
    return nullptr;
}

void ObjectReader::require(QLatin1StringView name)
{
    if (m_object && !has(name))
        addProblem(name, ConfigWords::tr("is missing"));
}

void ObjectReader::read(QLatin1StringView name, QString &out)
{
    if (const boost::json::value *value = find(name))
        out = readText(*value, pathOf(name), m_problems).value_or(out);
}

void ObjectReader::read(QLatin1StringView name, bool &out)
{
    const boost::json::value *value = find(name);
    if (!value)
        return;
    if (value->is_bool())
        out = value->get_bool();
    else
        addProblem(name, ConfigWords::tr("must be true or false"));
}

void ObjectReader::read(QLatin1StringView name, double &out)
{
    const boost::json::value *value = find(name);
    if (!value)
        return;
    boost::json::error_code error;
    const auto number = value->to_number<double>(error);
    if (error || !std::isfinite(number))
        addProblem(name, ConfigWords::tr("must be a number"));
    else
        out = number;
}

void ObjectReader::read(QLatin1StringView name, QStringList &out)
{
    const boost::json::array *array = findArray(name);
    if (!array)
        return;
    out.clear();
    for (size_t i = 0; i < array->size(); ++i)
        out.append(
            readText((*array)[i], pathOf(name) + u'/' + QString::number(i), m_problems).value_or(QString()));
}

qint64 ObjectReader::readInteger(QLatin1StringView name, qint64 usual, qint64 largest)
{
    const boost::json::value *value = find(name);
    if (!value)
        return usual;
    boost::json::error_code error;
    const auto number = value->to_number<qint64>(error);
    if (!error && number >= 0 && number <= largest)
        return number;
    // Where the type is the only limit here, check() knows a narrower one.
    if (largest < std::numeric_limits<int>::max())
        addProblem(name, ConfigWords::tr("must be a whole number from 0 to %1").arg(largest));
    else if (error)
        addProblem(name, ConfigWords::tr("must be a whole number"));
    else
        addProblem(name,
                   number < 0 ? ConfigWords::tr("must not be negative") : ConfigWords::tr("is too large"));
    return usual;
}

qsizetype ObjectReader::readWord(QLatin1StringView name, const QStringList &words)
{
    QString text;
    const boost::json::value *value = find(name);
    if (value && value->is_string())
        text = toQString(value->get_string());
    const qsizetype index = words.indexOf(text);
    if (value && index < 0)
        addProblem(name, ConfigWords::tr("must be one of `%1`").arg(words.join("`, `"_L1)));
    return index;
}

QString ObjectReader::pathOf(QLatin1StringView name) const
{
    return m_path + u'/' + name;
}

void ObjectReader::addProblem(QLatin1StringView name, const QString &message)
{
    m_problems.append({pathOf(name), message});
}

void ObjectReader::addWarning(QLatin1StringView name, const QString &message)
{
    m_problems.append({pathOf(name), message, true});
}

void ObjectReader::warnAboutUnknownFields()
{
    if (!m_object)
        return;
    if (m_object->size() > mostFields) {
        m_problems.append(
            {m_path.isEmpty() ? u"/"_s : m_path, ConfigWords::tr("has more than %1 fields").arg(mostFields)});
        return;
    }
    for (const auto &member : *m_object) {
        const QString name = QString::fromUtf8(member.key().data(), qsizetype(member.key().size()));
        if (!m_known.contains(name))
            m_problems.append({pathTo(m_path, name),
                               ConfigWords::tr("is no field that we know") + suggestion(name, m_known),
                               true});
    }
}

bool isUnknownField(const Problem &problem)
{
    return problem.warning && problem.message.startsWith(ConfigWords::tr("is no field that we know"));
}

std::optional<QString> readText(const boost::json::value &value, const QString &path,
                                QList<Problem> &problems)
{
    if (const boost::json::string *text = value.if_string())
        return toQString(*text);
    problems.append({path, ConfigWords::tr("must be a text in quotes")});
    return std::nullopt;
}

} // namespace gatehouse
