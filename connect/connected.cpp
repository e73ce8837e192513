// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connected.h"

#include "connect/file_access.h"
#include "connect/formats.h"
#include "connect/meaning.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QJsonObject toJson(const WrittenSetting &setting)
{
    QJsonObject json{{u"path"_s, QJsonArray::fromStringList(setting.path)},
                     {u"oursSha256"_s, QString::fromLatin1(setting.ours)},
                     {u"reached"_s, setting.reached}};
    if (setting.former)
        json.insert(u"former"_s, QString::fromUtf8(*setting.former));
    return json;
}

QStringList stringsOf(const QJsonValue &json)
{
    QStringList strings;
    const QJsonArray array = json.toArray();
    for (const auto &each : array)
        strings.append(each.toString());
    return strings;
}

WrittenSetting settingOf(const QJsonObject &json, SettingsFormat format)
{
    WrittenSetting setting{stringsOf(json[u"path"_s]), json[u"oursSha256"_s].toString().toLatin1()};
    if (json.contains(u"ours"_s)) // as it was remembered at first, the value itself
        setting.ours = meaningDigest(format, json[u"ours"_s].toString().toUtf8());
    if (json[u"former"_s].isString())
        setting.former = json[u"former"_s].toString().toUtf8();
    setting.reached = json[u"reached"_s].toInt();
    return setting;
}

QJsonObject toJson(const WrittenFile &file)
{
    QJsonArray settings;
    for (const WrittenSetting &setting : file.settings)
        settings.append(toJson(setting));
    return {{u"path"_s, file.path},
            {u"format"_s, int(file.format)},
            {u"existed"_s, file.existed},
            {u"edited"_s, file.isEdited},
            {u"backup"_s, file.backup},
            {u"laterBackups"_s, QJsonArray::fromStringList(file.laterBackups)},
            {u"sha256"_s, QString::fromLatin1(file.digest)},
            {u"madeFolders"_s, QJsonArray::fromStringList(file.madeFolders)},
            {u"settings"_s, settings}};
}

WrittenFile fileOf(const QJsonObject &json)
{
    WrittenFile file;
    file.path = json[u"path"_s].toString();
    file.format = SettingsFormat(qBound(0, json[u"format"_s].toInt(), int(SettingsFormat::Environment)));
    file.existed = json[u"existed"_s].toBool();
    file.isEdited = json[u"edited"_s].toBool();
    file.backup = json[u"backup"_s].toString();
    file.laterBackups = stringsOf(json[u"laterBackups"_s]);
    file.digest = json[u"sha256"_s].toString().toLatin1();
    file.madeFolders = stringsOf(json[u"madeFolders"_s]);
    const QJsonArray settings = json[u"settings"_s].toArray();
    for (const auto &each : settings) {
        const WrittenSetting setting = settingOf(each.toObject(), file.format);
        if (!setting.path.isEmpty())
            file.settings.append(setting);
    }
    return file;
}

QJsonObject toJson(const Connected &connected)
{
    QJsonArray files;
    for (const WrittenFile &file : connected.files)
        files.append(toJson(file));
    return {{u"app"_s, connected.app},
            {u"url"_s, connected.url},
            {u"model"_s, connected.model},
            {u"client"_s, connected.client},
            {u"time"_s, connected.time.toString(Qt::ISODateWithMs)},
            {u"files"_s, files}};
}

Connected connectedOf(const QJsonObject &json)
{
    Connected connected{json[u"app"_s].toString(), json[u"url"_s].toString(), json[u"model"_s].toString(),
                        json[u"client"_s].toString(),
                        QDateTime::fromString(json[u"time"_s].toString(), Qt::ISODateWithMs)};
    const QJsonArray files = json[u"files"_s].toArray();
    for (const auto &each : files) {
        const WrittenFile file = fileOf(each.toObject());
        if (!file.path.isEmpty())
            connected.files.append(file);
    }
    return connected;
}

} // namespace

Result<QList<Connected>> readConnected(const QString &path)
{
    const auto bytes = readSettingsFile(path);
    if (!bytes)
        return bytes.error();
    QList<Connected> all;
    if (!*bytes)
        return all;
    const QJsonValue list = QJsonDocument::fromJson(**bytes).object()[u"connected"_s];
    if (!list.isArray())
        return settingsRefused(
            QCoreApplication::translate(
                "gatehouse::Connections",
                "%1, which remembers how applications are put back, is damaged; move it away first")
                .arg(path));
    const QJsonArray array = list.toArray();
    for (const auto &each : array) {
        const Connected connected = connectedOf(each.toObject());
        if (!connected.app.isEmpty() && !connected.files.isEmpty())
            all.append(connected);
    }
    return all;
}

QString writeConnected(const QString &path, const QList<Connected> &all)
{
    QJsonArray array;
    for (const Connected &connected : all)
        array.append(toJson(connected));
    if (!makeFolderOf(path))
        return QCoreApplication::translate("gatehouse::Connections", "The folder of %1 cannot be made")
            .arg(path);
    return writeSettingsFile(path, QJsonDocument(QJsonObject{{u"connected"_s, array}}).toJson());
}

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace gatehouse
