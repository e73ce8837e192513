// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/target.h"

#include "gateway/base/hex_digit.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

Error malformed(const QString &reason)
{
    return {400, "invalid_request_error", "malformed_request", u"Malformed HTTP request: "_s + reason};
}

std::optional<Error> splitTarget(Incoming &in)
{
    if (!in.target.startsWith('/'))
        return malformed(u"the target must begin with a slash."_s);
    if (in.target.contains('#'))
        return malformed(u"the target holds a fragment."_s);
    const qsizetype question = in.target.indexOf('?');
    const QByteArrayView raw = question < 0 ? in.target : in.target.first(question);
    in.query = question < 0 ? QByteArrayView() : in.target.sliced(question + 1);

    in.path.resize(raw.size());
    char *out = in.path.data();
    for (qsizetype i = 0; i < raw.size(); ++i) {
        char c = raw[i];
        if (c == '%') {
            const int high = i + 2 < raw.size() ? hexValue(raw[i + 1]) : -1;
            const int low = i + 2 < raw.size() ? hexValue(raw[i + 2]) : -1;
            if (high < 0 || low < 0)
                return malformed(u"a percent sign in the path is not followed by two hex digits."_s);
            c = char(high << 4 | low);
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
                return malformed(u"the path holds an encoded control character."_s);
            i += 2;
        }
        *out++ = c;
    }
    in.path.truncate(out - in.path.constData());
    return std::nullopt;
}

} // namespace gatehouse
