// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/log_file.h"
#include "app/log_line.h"
#include "app/stderr_stream.h"

#include <QLoggingCategory>

#include <memory>
#include <mutex>

namespace gatehouse {

class Redactor;

Q_DECLARE_LOGGING_CATEGORY(lcApp)

//! Where all messages of the program end: on standard error and in the log file, a line each, secrets
//! taken out. Everything that goes through Qt's logging arrives here while it lives; one at a time in
//! a process. For all threads.
class LogSink final
{
public:
    LogSink(LogLevel level, LogFormat format, std::shared_ptr<const Redactor> redactor);
    ~LogSink();
    LogSink(const LogSink &) = delete;
    LogSink &operator=(const LogSink &) = delete;

    //! From now on into \a path too; if that is not possible, says so and goes on without.
    void openFile(const QString &path, qint64 limit = LogFile::largestFile);

    static void setLevel(LogLevel level);
    LogFormat format() const { return m_format; }
    //! Writes a line that has more to say than a message. Whether its level is on is the caller's to ask.
    void write(LogLine line) { write(QList<LogLine>{std::move(line)}); }
    //! Several at once, with as few writes as may be.
    void write(QList<LogLine> lines);

private:
    void complete(LogLine &line) const;
    void tellOfLost();
    void writeNow(const QByteArray &block, qint64 lines);

    const LogFormat m_format;
    const std::shared_ptr<const Redactor> m_redactor;
    std::mutex m_mutex;
    StderrStream m_stderr;
    std::unique_ptr<LogFile> m_file;
    qint64 m_lost = 0; //!< lines that the file could not take since the last good one
};

} // namespace gatehouse
