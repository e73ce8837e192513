// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace gatehouse {

//! A log on disk that never grows without end: `name.log`, and when that is full `name.1.log` …, the
//! oldest of which is dropped. Readable by its owner only. Not for several threads at once.
class LogFile final
{
public:
    static constexpr qint64 largestFile = 10 * 1024 * 1024;
    static constexpr int files = 5;

    explicit LogFile(QString path, qint64 limit = largestFile);

    //! Why the file cannot be opened; empty if it can.
    [[nodiscard]] QString open();
    //! Appends whole lines: all of them, or (false) nothing, when the disk is full or failing.
    bool write(const QByteArray &lines);

private:
    void rotate();
    QString oldPath(int age) const;

    QString m_path;
    qint64 m_limit;
    QFile m_file;
    qint64 m_size = 0;
};

} // namespace gatehouse
