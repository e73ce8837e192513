// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/renamed.h"

#include "gateway/dialect/gemini/words.h"

namespace gatehouse::gemini {

QByteArray renamed(const QByteArray &body, QByteArrayView model)
{
    JsonDocument document;
    const JsonView root = document.parse(body);
    QByteArray name;
    JsonWriter(name).text(resourceOf(model));
    QByteArray result;
    qsizetype copied = 0;
    const auto replace = [&](JsonView value) {
        if (!value.isString())
            return;
        const QByteArrayView raw = value.raw();
        const qsizetype at = raw.data() - body.constData();
        if (at < copied) // a key that is there twice, in an order that nobody should rely on
            return;
        result.append(QByteArrayView(body).sliced(copied, at - copied)).append(name);
        copied = at + raw.size();
    };
    for (const JsonView member : root) {
        const QByteArray key = member.key();
        if (key == "model")
            replace(member);
        else if (key == "generateContentRequest" || key == "generate_content_request")
            replace(member["model"]);
        else if (key == "requests")
            for (const JsonView one : member)
                replace(one["model"]);
    }
    return result.append(QByteArrayView(body).sliced(copied));
}

} // namespace gatehouse::gemini
