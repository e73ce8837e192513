// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden_file.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QByteArrayList known = {
    "settings",      "client request", "provider path", "provider request", "dropped",
    "refused",       "provider reply", "client reply",  "reply error",      "provider stream",
    "client stream", "stream error",   "usage",         "token count",
};

} // namespace

GoldenFile::GoldenFile(const QString &path)
    : m_path(path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_problem = u"%1 cannot be read"_s.arg(path);
        return;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        const bool heading = line.startsWith("-- ") && line.endsWith(" --") && line.size() > 6;
        if (!heading) {
            (m_sections.isEmpty() ? m_comment : m_sections.last().second).append(line).append('\n');
            continue;
        }
        const QByteArray name = line.sliced(3).chopped(3);
        if (section(name) || !known.contains(name))
            m_problem =
                u"%1: the section '%2' is there twice or is not known"_s.arg(path, QString::fromUtf8(name));
        m_sections.append({name, {}});
    }
    if (m_sections.isEmpty())
        m_problem = u"%1 holds no section"_s.arg(path);
}

std::optional<QByteArray> GoldenFile::section(const QByteArray &name) const
{
    for (const auto &[key, content] : m_sections) {
        if (key == name)
            return content.trimmed();
    }
    return std::nullopt;
}

QByteArray GoldenFile::setting(const QByteArray &key, const QByteArray &otherwise) const
{
    for (const QByteArray &line : section("settings").value_or(QByteArray()).split('\n')) {
        if (line.startsWith(key) && line.sliced(key.size()).startsWith(':'))
            return line.sliced(key.size() + 1).trimmed();
    }
    return otherwise;
}

void GoldenFile::fill(const QByteArray &name, const QByteArray &content)
{
    QByteArray text = m_comment;
    for (auto &[key, old] : m_sections) {
        if (key == name)
            old = content.trimmed() + '\n';
        text.append("-- " + key + " --\n" + old.trimmed() + '\n');
    }
    QFile file(m_path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}
