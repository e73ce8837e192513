// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/local_answers.h"

#include "gateway/config/base_url.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace gatehouse {

bool needsClientKey(Surface surface, const Listener &listener)
{
    return surface == Surface::ModelList || surface == Surface::OneModel ||
           (surface == Surface::Metrics && !isLoopback(listener.host));
}

Result<LocalAnswer> localAnswer(const Match &match, const Incoming &in, const Caller &caller,
                                const LocalContext &context)
{
    switch (match.endpoint->surface) {
    case Surface::ModelList:
        return modelList(in, caller, context.snapshot);
    case Surface::OneModel:
        return oneModel(match.argument, in, caller, context.snapshot);
    case Surface::Health:
        return health(context);
    case Surface::Ready:
        return ready(context);
    case Surface::Metrics:
        return metrics(context);
    case Surface::Home:
        return homePage(in);
    case Surface::Model:
    case Surface::PassThrough:
        break;
    }
    return Error{404, "invalid_request_error", "unknown_url", u"Unknown address."_s};
}

LocalAnswer homePage(const Incoming &in)
{
    QFile file(u":/home.html"_s);
    LocalAnswer answer;
    answer.contentType = "text/html; charset=utf-8";
    answer.headers = "content-security-policy: default-src 'none'; style-src 'unsafe-inline'\r\n";
    if (file.open(QIODevice::ReadOnly))
        answer.body = file.readAll();
    // The door has let in only hosts that are plain names and addresses.
    answer.body.replace("{{host}}", QString::fromLatin1(in.header("host")).toHtmlEscaped().toUtf8());
    return answer;
}

} // namespace gatehouse
