// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/peek.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

Error malformed(const QString &what)
{
    return {400, "invalid_request_error", "invalid_multipart",
            "The multipart body cannot be read: "_L1 + what};
}

//! The value of \a name in a field such as `form-data; name="model"`; null if absent.
QByteArrayView parameter(QByteArrayView field, QByteArrayView name)
{
    for (qsizetype at = field.indexOf(';'); at >= 0;) {
        QByteArrayView rest = field.sliced(at + 1).trimmed();
        const qsizetype equals = rest.indexOf('=');
        if (equals < 0)
            return {};
        const QByteArrayView key = rest.first(equals).trimmed();
        rest = rest.sliced(equals + 1);
        QByteArrayView value;
        if (rest.startsWith('"')) {
            const qsizetype quote = rest.indexOf('"', 1);
            if (quote < 0)
                return {};
            value = rest.sliced(1, quote - 1);
            rest = rest.sliced(quote + 1);
        } else {
            const qsizetype end = rest.indexOf(';');
            value = (end < 0 ? rest : rest.first(end)).trimmed();
        }
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
        const qsizetype next = rest.indexOf(';');
        at = next < 0 ? -1 : rest.data() + next - field.data();
    }
    return {};
}

//! The `Content-Disposition` of a part's head; null if absent.
QByteArrayView disposition(QByteArrayView head)
{
    constexpr QByteArrayView name = "content-disposition:";
    while (!head.isEmpty()) {
        const qsizetype end = head.indexOf("\r\n");
        const QByteArrayView line = end < 0 ? head : head.first(end);
        if (line.size() > name.size() && line.first(name.size()).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(name.size());
        head = end < 0 ? QByteArrayView() : head.sliced(end + 2);
    }
    return {};
}

} // namespace

Result<Peek> peekMultipart(QByteArrayView body, QByteArrayView contentType)
{
    const QByteArrayView boundary = parameter(contentType, "boundary");
    if (boundary.isEmpty() || boundary.size() > 70) // RFC 2046, 5.1.1
        return malformed(u"its Content-Type names no usable boundary."_s);
    const QByteArray delimiter = "--" + boundary.toByteArray();

    Peek peek;
    peek.jsonModel = false;
    bool sawStream = false;
    const QByteArray separator = "\r\n" + delimiter;
    qsizetype at = delimiter.size();
    if (!body.startsWith(delimiter)) {
        const qsizetype first = body.indexOf(separator);
        if (first < 0)
            return malformed(u"its boundary does not occur."_s);
        at = first + separator.size();
    }
    while (true) {
        const QByteArrayView rest = body.sliced(at);
        if (rest.startsWith("--"))
            break;
        if (!rest.startsWith("\r\n"))
            return malformed(u"a boundary is not followed by a line end."_s);
        const qsizetype headEnd = body.indexOf("\r\n\r\n", at);
        const qsizetype partEnd = headEnd < 0 ? -1 : body.indexOf(separator, headEnd + 2);
        if (partEnd < 0)
            return malformed(u"it ends in the middle of a part."_s);
        const qsizetype valueBegin = qMin(headEnd + 4, partEnd);
        const qsizetype headSize = qMax<qsizetype>(0, headEnd - at - 2); // a part may have no fields
        const QByteArrayView name = parameter(disposition(body.sliced(at + 2, headSize)), "name");
        const QByteArrayView value = body.sliced(valueBegin, partEnd - valueBegin);
        if (name == "model") {
            if (peek.modelSpan.found())
                return Error{400, "invalid_request_error", "duplicate_key",
                             u"The field 'model' is there twice."_s, "model"};
            peek.model = value.toByteArray();
            peek.modelSpan = {valueBegin, value.size()};
        } else if (name == "stream") {
            if (sawStream)
                return Error{400, "invalid_request_error", "duplicate_key",
                             u"The field 'stream' is there twice."_s, "stream"};
            sawStream = true;
            peek.stream = value.trimmed() == "true";
        }
        at = partEnd + separator.size();
    }
    if (peek.model.trimmed().isEmpty())
        return Error{400, "invalid_request_error", "missing_required_parameter",
                     u"Missing required parameter: 'model'."_s, "model"};
    return peek;
}

} // namespace gatehouse
