// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/credentials/env_file.h"

#include "gateway/config/key_reference.h"
#include "gateway/config/words.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype largestFile = 1024 * 1024;

//! The right side of a line, or what is wrong with it.
struct Value
{
    QByteArray text;
    QString problem = {};
};

char unescaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

Value readQuoted(QByteArrayView text)
{
    const char quote = text.front();
    const QByteArrayView escapable = quote == '"' ? QByteArrayView("nrt\"\\$") : QByteArrayView("'\\");
    QByteArray value;
    value.reserve(text.size()); // no pieces are left behind where it grows
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == quote) {
            const QByteArrayView rest = text.sliced(i + 1).trimmed();
            if (rest.isEmpty() || rest.startsWith('#'))
                return {value};
            wipe(value);
            return {{}, ConfigWords::tr("has something after the closing quote")};
        }
        if (text[i] == '\\' && i + 1 < text.size() && escapable.contains(text[i + 1])) {
            ++i;
            value += quote == '"' ? unescaped(text[i]) : text[i];
        } else {
            value += text[i];
        }
    }
    wipe(value);
    return {{}, ConfigWords::tr("has no closing quote")};
}

Value readValue(QByteArrayView text)
{
    const QByteArrayView trimmed = text.trimmed();
    if (trimmed.startsWith('"') || trimmed.startsWith('\''))
        return readQuoted(trimmed);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '#' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '\t'))
            return {text.first(i).trimmed().toByteArray()};
    }
    return {trimmed.toByteArray()};
}

QByteArrayView withoutExport(QByteArrayView line)
{
    constexpr QByteArrayView word = "export";
    if (line.startsWith(word) && line.size() > word.size() &&
        (line[word.size()] == ' ' || line[word.size()] == '\t'))
        return line.sliced(word.size()).trimmed();
    return line;
}

} // namespace

Environment Environment::fromProcess()
{
    Environment environment;
    environment.m_process = true;
    return environment;
}

QList<BadLine> Environment::readFile(QByteArrayView text)
{
    m_file.clear();
    if (text.size() > largestFile)
        return {{0, ConfigWords::tr("is larger than 1 MiB")}};
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);

    QList<BadLine> bad;
    for (int number = 1; !text.isEmpty(); ++number) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = withoutExport((end < 0 ? text : text.first(end)).trimmed());
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        if (line.isEmpty() || line.startsWith('#'))
            continue;

        const qsizetype equals = line.indexOf('=');
        const QByteArrayView name = equals < 0 ? QByteArrayView() : line.first(equals).trimmed();
        if (equals < 0) {
            bad.append({number, ConfigWords::tr("is not NAME=value")});
        } else if (!isVariableName(QString::fromLatin1(name))) {
            bad.append({number, ConfigWords::tr("has a name that no variable can have")});
        } else if (line.contains('\0')) {
            bad.append({number, ConfigWords::tr("holds a zero byte")});
        } else {
            const Value value = readValue(line.sliced(equals + 1));
            if (value.problem.isEmpty())
                m_file.insert(name.toByteArray(), value.text);
            else
                bad.append({number, value.problem});
        }
    }
    return bad;
}

QByteArray Environment::value(const QString &name) const
{
    if (!isVariableName(name))
        return {};
    const QByteArray key = name.toLatin1();
    const QByteArray own = m_process ? qgetenv(key.constData()) : QByteArray();
    return own.isEmpty() ? m_file.value(key).bytes() : own;
}

} // namespace gatehouse
