// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/without_secrets.h"

#include "gateway/base/key_shapes.h"
#include "gateway/config/json_text.h"
#include "gateway/config/key_reference.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr QByteArrayView keyField = "apikey"; // in lower case

bool isReference(QByteArrayView text)
{
    return readKeyReference(QString::fromUtf8(text)).kind != KeyReference::Invalid;
}

//! The inside of every text in \a node, which is or belongs to an `apiKey`, but for references.
void addTexts(QByteArrayView text, const JsonNode &node, QList<TextSpan> &spans)
{
    for (const JsonNode &child : node.children)
        addTexts(text, child, spans);
    if (node.kind != JsonNode::Scalar || text[node.begin] != '"')
        return;
    const TextSpan inside{node.begin + 1, node.end - 1};
    if (!isReference(text.sliced(inside.begin, inside.end - inside.begin)))
        spans.append(inside);
}

void addKeyFields(QByteArrayView text, const JsonNode &node, QList<TextSpan> &spans)
{
    for (const JsonNode &child : node.children) {
        if (child.key.toLower() == keyField)
            addTexts(text, child, spans);
        else
            addKeyFields(text, child, spans);
    }
}

//! Whether the quotation that begins at \a at, and ends in the same line, is the name of a field.
bool beginsName(QByteArrayView text, qsizetype at)
{
    const qsizetype close = text.indexOf('"', at + 1);
    if (close < 0 || text.sliced(at, close - at).contains('\n'))
        return false;
    return text.sliced(close + 1).trimmed().startsWith(':');
}

//! Every word behind \a at up to the next field or the end of the object, but for references: the value of an
//! `apiKey` in a text that cannot be parsed. Returns where it ends.
qsizetype addWords(QByteArrayView text, qsizetype at, QList<TextSpan> &spans)
{
    constexpr QByteArrayView betweenWords = " \t\r\n\"',[]";
    while (at < text.size() && !(text[at] == '"' && beginsName(text, at))) {
        if (betweenWords.contains(text[at])) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !betweenWords.contains(text[end]))
            ++end;
        const QByteArrayView word = text.sliced(at, end - at);
        if (word.startsWith('}'))
            return at;
        if (word != ":" && !isReference(word))
            spans.append({at, end});
        at = end;
    }
    return at;
}

void addKeyWords(QByteArrayView text, QList<TextSpan> &spans)
{
    const QByteArray lower = text.toByteArray().toLower();
    qsizetype at = lower.indexOf(keyField);
    while (at >= 0)
        at = lower.indexOf(keyField, addWords(text, at + keyField.size(), spans));
}

QByteArray without(QByteArray text, const QList<TextSpan> &spans)
{
    for (auto span = spans.crbegin(); span != spans.crend(); ++span)
        text.remove(span->begin, span->end - span->begin);
    return text;
}

} // namespace

QByteArray withoutSecrets(QByteArrayView json)
{
    QList<TextSpan> spans;
    const JsonText parsed = parseJsonText(json);
    if (!parsed.root.children.empty())
        addKeyFields(json, parsed.root, spans);
    else
        addKeyWords(json, spans);
    const QByteArray text = without(json.toByteArray(), spans);

    QList<TextSpan> shapes = findKeyShapes(text);
    const auto isEntry = [&](TextSpan span) {
        return QByteArrayView(text).sliced(span.begin).startsWith("keychain:");
    };
    shapes.removeIf(isEntry);
    return without(text, shapes);
}

} // namespace gatehouse
