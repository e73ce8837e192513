// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden_replay.h"

#include "gateway/http/error_body.h"

#include <QString>

using namespace Qt::StringLiterals;
using namespace gatehouse;

QByteArray errorLine(const Error &error)
{
    QByteArray line = QByteArray::number(error.status) + ' ' + error.code;
    return error.param.isEmpty() ? line : QByteArray(line + ' ' + error.param);
}

QByteArray usageLine(const std::optional<TokenUsage> &usage)
{
    if (!usage)
        return "none";
    QByteArrayList figures;
    for (const qint64 n : {usage->input, usage->output, usage->cached, usage->cacheWrite, usage->reasoning})
        figures.append(QByteArray::number(n));
    return figures.join(' ');
}

Played GoldenReplay::play(const QByteArrayList &pieces) const
{
    StreamTranslation stream(provider, target, client, context);
    QByteArray out;
    for (const QByteArray &piece : pieces) {
        stream.feed(piece);
        out.append(stream.output());
        stream.output().resize(0);
    }
    std::optional<Error> failure;
    if (broken && !stream.over())
        failure = Error{502, "provider_error", "upstream_protocol", u"The connection broke."_s};
    else
        stream.bodyEnded();
    if (stream.failure())
        failure = stream.failure();
    Played played;
    if (failure) {
        played.error = errorLine(*failure);
        if (stream.content())
            stream.breakOff(*failure, errorBody(*failure, errors));
        else
            out.clear(); // nothing has gone out: another candidate could take over
    }
    if (!failure || stream.content())
        out.append(stream.output());
    played.out = out;
    played.usage = usageLine(stream.tokens());
    return played;
}

QByteArray GoldenReplay::difference(const QByteArray &stream, const Played &once) const
{
    QByteArray crLf = stream;
    crLf.replace("\n", "\r\n");
    QByteArray comments = stream;
    comments.replace("\n\n", "\n\n: keep-alive\n\n");
    if (play({crLf}) != once)
        return "with CRLF something else comes out";
    if (play({comments}) != once)
        return "with comments something else comes out";
    QByteArrayList bytes;
    for (const char c : stream)
        bytes.append(QByteArray(1, c));
    if (play(bytes) != once)
        return "byte by byte something else comes out";
    for (qsizetype n = 1; n < stream.size(); ++n) {
        if (play({stream.first(n), stream.sliced(n)}) != once)
            return "cut at byte " + QByteArray::number(n) + " something else comes out";
    }
    return {};
}
