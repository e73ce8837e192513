// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace gatehouse {

//! `usage.sqlite` as any other program reads it.
class UsageRows final
{
public:
    explicit UsageRows(const QString &path)
        : m_name(QStringLiteral("rows-") + path)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"));
        database.setDatabaseName(path);
        database.open();
    }
    ~UsageRows()
    {
        QSqlDatabase::database(m_name).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    UsageRows(const UsageRows &) = delete;
    UsageRows &operator=(const UsageRows &) = delete;

    //! The first value of the first row that \a sql finds; invalid if there is none.
    QVariant value(const QString &sql) const
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        return query.exec(sql) && query.next() ? query.value(0) : QVariant();
    }

private:
    QString m_name;
};

//! A whole answer with these figures.
inline QByteArray answerWith(int prompt, int completion, int cached = 0)
{
    const auto number = [](int value) { return QByteArray::number(value); };
    return R"({"id":"c","choices":[{"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}],)"
           R"("usage":{"prompt_tokens":)" +
           number(prompt) + R"(,"completion_tokens":)" + number(completion) +
           R"(,"prompt_tokens_details":{"cached_tokens":)" + number(cached) + "}}}";
}

//! A provider whose \a models are JSON.
inline QByteArray providerWith(quint16 port, const QByteArray &models)
{
    return R"({"id":"mine","dialect":"openai","proxy":"none","apiKey":"","baseUrl":"http://127.0.0.1:)" +
           QByteArray::number(port) + R"(/v1","models":)" + models + '}';
}

} // namespace gatehouse
