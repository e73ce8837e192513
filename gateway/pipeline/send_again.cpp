// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/send_again.h"

#include "gateway/http/error_body.h"
#include "gateway/http/target.h"
#include "gateway/pipeline/endpoints.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

Error cannot(const QString &why)
{
    return {400, "invalid_request_error", "send_again", why};
}

//! \a path with \a model between `/models/` and the method, where it names one.
QByteArray pathFor(const QByteArray &path, const QByteArray &model)
{
    constexpr QByteArrayView models = "/models/";
    const qsizetype begin = path.indexOf(models);
    const qsizetype end = path.lastIndexOf(':');
    if (begin < 0 || end < begin)
        return path;
    return path.first(begin + models.size()) + model + path.sliced(end);
}

void setHead(Incoming &in, const QByteArray &target, const QByteArray &lines)
{
    in.head = "POST " + target + " HTTP/1.1\r\n" + lines;
    const QByteArrayView head = in.head;
    in.method = head.first(4);
    in.target = head.sliced(5, target.size());
    qsizetype begin = head.indexOf('\n') + 1;
    while (begin < head.size()) {
        const qsizetype end = head.indexOf("\r\n", begin);
        const qsizetype colon = head.indexOf(':', begin);
        if (end < 0 || colon < 0 || colon > end)
            break;
        in.headers.append(
            {head.sliced(begin, colon - begin), head.sliced(colon + 1, end - colon - 1).trimmed()});
        begin = end + 2;
    }
}

void setBody(Incoming &in, QByteArrayView before, QByteArrayView model, QByteArrayView after)
{
    in.body.reserve(before.size() + model.size() + after.size() + Incoming::bodyPadding);
    in.body.append(before).append(model).append(after);
}

} // namespace

Result<Incoming> incomingAgain(const RecordedExchange &exchange, const QByteArray &model, JsonPeek &json)
{
    if (exchange.cut || exchange.request.isEmpty())
        return cannot(u"The request was not kept whole."_s);
    Incoming in;
    in.arrived = Clock::now();
    const QString path = QString::fromUtf8(pathFor(exchange.path, model));
    const QByteArray query = exchange.query.isEmpty() ? QByteArray() : QByteArray('?' + exchange.query);
    setHead(in, QUrl::toPercentEncoding(path, "/:") + query, exchange.headers);
    if (auto wrong = splitTarget(in))
        return *wrong;
    const auto match = matchEndpoint(in);
    if (!match)
        return match.error();
    const Endpoint &endpoint = *match->endpoint;
    if (endpoint.surface != Surface::Model)
        return cannot(u"Only a request for a model can be sent again."_s);
    if (endpoint.modelInPath()) {
        setBody(in, exchange.request, {}, {});
        return in;
    }
    const auto peek = json.read(exchange.request, endpoint.required);
    if (!peek)
        return peek.error();
    if (!peek->modelSpan.found())
        return cannot(u"The request names no model."_s);
    const QByteArrayView body = exchange.request;
    const Span span = peek->modelSpan;
    setBody(in, body.first(span.begin), jsonString(QString::fromUtf8(model)),
            body.sliced(span.begin + span.length));
    return in;
}

} // namespace gatehouse
