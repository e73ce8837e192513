// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/try_it.h"

#include "ui/live_status.h"
#include "ui/routes/callable_names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

QString baseUrlAt(const QString &host, quint16 port)
{
    GatewayStatus listening;
    listening.listening = true;
    listening.host = host;
    listening.port = port;
    LiveStatus status;
    status.setStatus(listening);
    return status.baseUrl();
}

QString modelToTry(const Config &config, const LiveStatus &status)
{
    if (status.provider(u"demo"_s))
        return u"demo/echo"_s;
    return plainNames(callableNames(config)).value(0);
}

QString curlLine(const QString &baseUrl, const QString &model, bool needsKey)
{
    const QJsonObject question{{u"role"_s, u"user"_s}, {u"content"_s, u"Hello"_s}};
    const QJsonObject body{{u"model"_s, model}, {u"messages"_s, QJsonArray{question}}};
    QString line = u"curl "_s + baseUrl + "/v1/chat/completions"_L1;
    if (needsKey)
        line += " -H \"Authorization: Bearer YOUR_CLIENT_KEY\""_L1;
    line += " -H \"Content-Type: application/json\" -d "_L1;
    return line + shellQuoted(QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)));
}

} // namespace gatehouse
