// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_json.h"
#include "gateway/config/config_meaning.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

//! A row of a table of docs/configuration.md.
struct FieldRow
{
    QString path;     //!< such as `providers[].models[].id`
    QString standard; //!< its cell "default": JSON in backticks, or words
    QString limits;
};

QList<FieldRow> documentedFields()
{
    QFile page(QStringLiteral(DOCS_FOLDER "/configuration.md"));
    if (!page.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression row(
        u"^\\| `([a-zA-Z.\\[\\]]+)` \\| [^|]+ \\| ([^|]+) \\| ([^|]*)\\| ?[^|]*\\|$"_s);
    QList<FieldRow> rows;
    const QStringList lines = QString::fromUtf8(page.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (const auto match = row.match(line); match.hasMatch())
            rows.append({match.captured(1), match.captured(2).trimmed(), match.captured(3).trimmed()});
    }
    return rows;
}

//! One of everything, each as it is when nobody says anything of it.
Config usualOfEverything()
{
    Config config;
    Provider provider;
    provider.models = {ModelEntry{.id = {}, .price = Price()}};
    Route route;
    route.targets = {RouteTarget()};
    config.clients = {Client()};
    config.providers = {provider};
    config.routes = {route};
    return config;
}

QString listText(const Meaning &list)
{
    QByteArrayList tokens;
    for (const Meaning &part : list.parts)
        tokens.append(part.token);
    return QString::fromUtf8('[' + tokens.join(',') + ']');
}

//! The paths of all fields in \a meaning, each with its value as JSON; empty where there is none.
void collect(const Meaning &meaning, const QString &path, QMap<QString, QString> &fields)
{
    for (const Meaning &part : meaning.parts) {
        const QString here = (path.isEmpty() ? path : path + u'.') + QString::fromUtf8(part.key);
        if (part.kind == Meaning::Fields) {
            collect(part, here, fields);
        } else if (part.kind == Meaning::List && !part.parts.empty() &&
                   part.parts.front().kind == Meaning::Fields) {
            fields.insert(here, u"[]"_s);
            collect(part.parts.front(), here + "[]"_L1, fields);
        } else if (part.kind == Meaning::List) {
            fields.insert(here, listText(part));
        } else {
            fields.insert(here, part.kind == Meaning::Names ? u"{}"_s : QString::fromUtf8(part.token));
        }
    }
}

QMap<QString, QString> fieldsOfTheCode()
{
    QMap<QString, QString> fields;
    collect(meaningOf(usualOfEverything()), {}, fields);
    fields.insert(u"version"_s, u"1"_s); // of the file, not of what it sets
    return fields;
}

QJsonArray parsed(const QString &value)
{
    return QJsonDocument::fromJson('[' + value.toUtf8() + ']').array();
}

//! A configuration in which nothing but the field \a path stands.
QByteArray configWith(const QString &path, const QJsonValue &value)
{
    QJsonValue json = value;
    const QStringList steps = path.split(u'.');
    for (auto step = steps.crbegin(); step != steps.crend(); ++step) {
        const bool inList = step->endsWith("[]"_L1);
        json = QJsonObject{{inList ? step->chopped(2) : *step, inList ? QJsonValue(QJsonArray{json}) : json}};
    }
    return QJsonDocument(json.toObject()).toJson();
}

//! Whether the reader takes \a value for an error of the field \a path.
bool isRefused(const QString &path, const QJsonValue &value)
{
    const QString pointer = u'/' + QString(path).replace(u"[]."_s, u"/0/"_s).replace(u'.', u'/');
    const ConfigReading reading = readConfig(configWith(path, value));
    return std::any_of(reading.problems.cbegin(), reading.problems.cend(),
                       [&](const Problem &problem) { return !problem.warning && problem.path == pointer; });
}

} // namespace

//! docs/configuration.md says of every field what the code does.
class TestConfigurationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldHasARow()
    {
        QStringList rows;
        for (const FieldRow &row : documentedFields())
            rows.append(row.path);
        for (const QString &path : fieldsOfTheCode().keys())
            QVERIFY2(rows.removeOne(path), qPrintable(u"docs/configuration.md lacks "_s + path));
        QVERIFY2(rows.isEmpty(), qPrintable(u"twice, or not written by the program: "_s + rows.join(u' ')));
    }

    void everyRowIsAFieldThatTheReaderKnows_data() { addRows(); }
    void everyRowIsAFieldThatTheReaderKnows()
    {
        QFETCH(FieldRow, row);
        const ConfigReading reading = readConfig(configWith(row.path, QJsonValue::Null));
        for (const Problem &problem : reading.problems)
            QVERIFY2(!problem.message.startsWith("is no field"_L1), qPrintable(problem.path));
    }

    void defaults_data() { addRows(); }
    void defaults()
    {
        QFETCH(FieldRow, row);
        const QString value = fieldsOfTheCode().value(row.path);
        if (row.standard.startsWith(u'`'))
            QCOMPARE(parsed(row.standard.mid(1, row.standard.size() - 2)), parsed(value));
        else if (!row.path.contains("price."_L1)) // has no value but in a price that is given
            QVERIFY2(value.isEmpty() || value == "\"\""_L1 || value == "[]"_L1, qPrintable(value));
    }

    void limits_data() { addRows(); }
    void limits()
    {
        QFETCH(FieldRow, row);
        static const QRegularExpression range(u"^(\\d+) … (\\d+)$"_s);
        const auto match = range.match(row.limits);
        if (!match.hasMatch()) {
            QVERIFY2(row.limits.isEmpty() || row.limits == "0 or more"_L1, qPrintable(row.limits));
            if (!row.limits.isEmpty())
                QVERIFY(isRefused(row.path, -1) && !isRefused(row.path, 0));
            return;
        }
        const qint64 least = match.captured(1).toLongLong();
        const qint64 most = match.captured(2).toLongLong();
        QVERIFY(isRefused(row.path, least - 1));
        QVERIFY(!isRefused(row.path, least));
        QVERIFY(!isRefused(row.path, most));
        QVERIFY(isRefused(row.path, most + 1));
    }

private:
    static void addRows()
    {
        QTest::addColumn<FieldRow>("row");
        const QList<FieldRow> rows = documentedFields();
        QVERIFY(!rows.isEmpty());
        for (const FieldRow &row : rows)
            QTest::newRow(qPrintable(row.path)) << row;
    }
};

QTEST_APPLESS_MAIN(TestConfigurationPage)
#include "tst_configuration_page.moc"
