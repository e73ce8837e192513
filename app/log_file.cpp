// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_file.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

LogFile::LogFile(QString path, qint64 limit)
    : m_path(std::move(path))
    , m_limit(limit)
    , m_file(m_path)
{
}

QString LogFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return u"The log file %1 cannot be written: %2"_s.arg(m_path, m_file.errorString());
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    m_size = m_file.size();
    return {};
}

bool LogFile::write(const QByteArray &lines)
{
    if (m_size > 0 && m_size + lines.size() > m_limit)
        rotate();
    if (!m_file.isOpen() && !open().isEmpty())
        return false;
    const qint64 written = m_file.write(lines);
    if (written == lines.size()) {
        m_size += written;
        return true;
    }
    if (written > 0)
        m_file.resize(m_size); // half a line would swallow the next one
    return false;
}

void LogFile::rotate()
{
    m_file.close();
    QFile::remove(oldPath(files - 1));
    for (int age = files - 2; age >= 1; --age)
        QFile::rename(oldPath(age), oldPath(age + 1));
    const bool moved = QFile::rename(m_path, oldPath(1));
    if (open().isEmpty() && !moved && m_file.resize(0))
        m_size = 0;
}

QString LogFile::oldPath(int age) const
{
    const qsizetype dot = m_path.lastIndexOf(u'.');
    return m_path.left(dot) + u'.' + QString::number(age) + m_path.mid(dot);
}

} // namespace gatehouse
