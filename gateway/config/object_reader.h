// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <boost/json/value.hpp>

#include <chrono>
#include <concepts>
#include <initializer_list>
#include <limits>
#include <optional>
#include <utility>

namespace gatehouse {

//! Reads the fields of one JSON object into C++ values, and remembers every problem with its path. A field
//! that is missing, or of a wrong type, leaves its value as it was.
class ObjectReader final
{
public:
    //! Anything but an object is a problem, and then read as an empty one.
    ObjectReader(const boost::json::value &value, QString path, QList<Problem> &problems);

    //! Whether the field is there, of whatever type.
    bool has(QLatin1StringView name) { return find(name) != nullptr; }
    //! It is a problem if the field is not there.
    void require(QLatin1StringView name);

    void read(QLatin1StringView name, QString &out);
    void read(QLatin1StringView name, bool &out);
    void read(QLatin1StringView name, double &out);
    void read(QLatin1StringView name, QStringList &out);
    //! From 0 to the largest value of the type.
    template<std::integral T>
    void read(QLatin1StringView name, T &out)
    {
        out = T(readInteger(name, qint64(out), qint64(std::numeric_limits<T>::max())));
    }
    template<typename Rep, typename Period>
    void read(QLatin1StringView name, std::chrono::duration<Rep, Period> &out)
    {
        out = std::chrono::duration<Rep, Period>(
            readInteger(name, out.count(), std::numeric_limits<int>::max()));
    }
    //! One of a few words.
    template<typename E>
    void read(QLatin1StringView name, E &out, std::initializer_list<std::pair<QLatin1StringView, E>> words)
    {
        QStringList known;
        for (const auto &[word, value] : words)
            known.append(word);
        if (const qsizetype index = readWord(name, known); index >= 0)
            out = (words.begin() + index)->second;
    }
    //! A struct, by its readFields().
    template<typename T>
    void readObject(QLatin1StringView name, T &out)
    {
        if (const boost::json::value *value = find(name)) {
            ObjectReader reader(*value, pathOf(name), m_problems);
            readFields(reader, out);
            reader.warnAboutUnknownFields();
        }
    }
    //! A list of structs. Every element gets its place, also one that cannot be read.
    template<typename T>
    void readObjects(QLatin1StringView name, QList<T> &out)
    {
        const boost::json::array *array = findArray(name);
        for (size_t i = 0; array && i < array->size(); ++i) {
            ObjectReader reader((*array)[i], pathOf(name) + u'/' + QString::number(i), m_problems);
            readFields(reader, out.emplaceBack());
            reader.warnAboutUnknownFields();
        }
    }

    //! The field, or null; from then on it counts as known.
    const boost::json::value *find(QLatin1StringView name);
    //! The field if it is a list of tolerable length, or null; something else is a problem.
    const boost::json::array *findArray(QLatin1StringView name);

    QString pathOf(QLatin1StringView name) const;
    QList<Problem> &problems() { return m_problems; }
    void addProblem(QLatin1StringView name, const QString &message);
    void addWarning(QLatin1StringView name, const QString &message);
    //! To be called last: a field that nobody has asked for is most likely misspelt.
    void warnAboutUnknownFields();

private:
    qint64 readInteger(QLatin1StringView name, qint64 usual, qint64 largest);
    qsizetype readWord(QLatin1StringView name, const QStringList &words);

    const boost::json::object *m_object;
    QString m_path;
    QList<Problem> &m_problems;
    QStringList m_known;
};

//! \a value as text, or null with a problem at \a path.
std::optional<QString> readText(const boost::json::value &value, const QString &path,
                                QList<Problem> &problems);

} // namespace gatehouse
