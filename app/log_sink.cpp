// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_sink.h"

#include "gateway/base/redact.h"

#include <QDateTime>
#include <QScopedValueRollback>

#include <atomic>
#include <utility>

namespace gatehouse {

Q_LOGGING_CATEGORY(lcApp, "gatehouse.app", QtInfoMsg)

namespace {

// A message handler can reach nothing else.
std::atomic<LogSink *> installed = nullptr; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warn;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return LogLevel::Error;
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    thread_local bool busy = false; // a message about the writing of messages would never end
    LogSink *sink = installed.load();
    if (!sink || busy)
        return;
    const QScopedValueRollback guard(busy, true);
    sink->write({.level = levelOf(type),
                 .category = context.category ? context.category : "default",
                 .message = message.toUtf8()});
}

//! A level that is off costs its callers one comparison. Qt's own debug output stays off, and what it says of
//! TLS, which it is not asked for.
QString rulesFor(LogLevel level)
{
    switch (level) {
    case LogLevel::Error:
        return QStringLiteral("*.warning=false\n*.info=false\n*.debug=false");
    case LogLevel::Warn:
        return QStringLiteral("qt.network.ssl=false\n*.info=false\n*.debug=false");
    case LogLevel::Info:
        return QStringLiteral("qt.network.ssl=false\n*.debug=false");
    case LogLevel::Debug:
        break;
    }
    return QStringLiteral("qt.network.ssl=false\ngatehouse.*.debug=true");
}

} // namespace

LogSink::LogSink(LogLevel level, LogFormat format, std::shared_ptr<const Redactor> redactor)
    : m_format(format)
    , m_redactor(std::move(redactor))
{
    setLevel(level);
    installed = this;
    qInstallMessageHandler(handle);
}

LogSink::~LogSink()
{
    qInstallMessageHandler(nullptr);
    installed = nullptr;
    QLoggingCategory::setFilterRules({});
}

void LogSink::setLevel(LogLevel level)
{
    QLoggingCategory::setFilterRules(rulesFor(level));
}

void LogSink::openFile(const QString &path, qint64 limit)
{
    auto file = std::make_unique<LogFile>(path, limit);
    if (const QString problem = file->open(); !problem.isEmpty()) {
        qCWarning(lcApp).noquote() << problem;
        return;
    }
    const std::lock_guard lock(m_mutex);
    m_file = std::move(file);
}

void LogSink::write(QList<LogLine> lines)
{
    for (LogLine &line : lines)
        complete(line);
    const std::lock_guard lock(m_mutex);
    tellOfLost();
    QByteArray block;
    qint64 count = 0;
    for (const LogLine &line : std::as_const(lines)) {
        const QByteArray bytes = formatLine(line, m_format);
        if (count > 0 && block.size() + bytes.size() > StderrStream::longest) {
            writeNow(block, std::exchange(count, 0));
            block.resize(0);
        }
        block += bytes;
        ++count;
    }
    writeNow(block, count);
}

//! Gives it its time, and takes secrets out of it.
void LogSink::complete(LogLine &line) const
{
    line.timeMs = QDateTime::currentMSecsSinceEpoch();
    line.message = m_redactor->redact(std::move(line.message));
    for (LogField &field : line.fields) {
        if (auto *text = std::get_if<QString>(&field.value); text && !text->isEmpty())
            *text = QString::fromUtf8(m_redactor->redact(text->toUtf8()));
    }
}

void LogSink::tellOfLost()
{
    if (m_lost == 0)
        return;
    const LogLine notice = {.timeMs = QDateTime::currentMSecsSinceEpoch(),
                            .level = LogLevel::Warn,
                            .category = lcApp().categoryName(),
                            .message = QByteArray::number(m_lost) + " lines could not be written here"};
    if (m_file->write(formatLine(notice, m_format)))
        m_lost = 0;
}

//! \a lines: how many \a block holds.
void LogSink::writeNow(const QByteArray &block, qint64 lines)
{
    m_stderr.write(block);
    if (m_file && !m_file->write(block))
        m_lost += lines;
}

} // namespace gatehouse
