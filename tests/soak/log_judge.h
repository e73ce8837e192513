// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace gatehouse::soak {

//! Reads the program's log, line by line, and finds what no injected fault explains.
class LogJudge final
{
public:
    //! \a line: in JSON, as `--log-format json` has it. What is none is unexpected: a sanitizer's report.
    void add(const QByteArray &line);

    qint64 lines() const { return m_lines; }
    qint64 explained() const { return m_explained; } //!< warnings and errors that had to come
    qint64 unexpected() const { return m_unexpected; }
    const QByteArrayList &examples() const { return m_examples; }

private:
    void noteUnexpected(const QByteArray &line);

    qint64 m_lines = 0;
    qint64 m_explained = 0;
    qint64 m_unexpected = 0;
    QByteArrayList m_examples;
};

} // namespace gatehouse::soak
