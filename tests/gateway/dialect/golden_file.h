// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

//! One recorded exchange: a text file of sections, each under a line `-- name --`. What stands before the
//! first is a comment.
class GoldenFile final
{
public:
    explicit GoldenFile(const QString &path);

    //! Why the file is not one: it cannot be read, has a section twice or one that nobody knows. Empty: it
    //! is.
    const QString &problem() const { return m_problem; }
    //! Nothing where there is no such section.
    std::optional<QByteArray> section(const QByteArray &name) const;
    //! A line `key: value` of the section `settings`.
    QByteArray setting(const QByteArray &key, const QByteArray &otherwise = {}) const;

    //! Fills a section that is there but empty, and writes the file.
    void fill(const QByteArray &name, const QByteArray &content);

private:
    QString m_path;
    QString m_problem;
    QByteArray m_comment;
    QList<std::pair<QByteArray, QByteArray>> m_sections;
};
