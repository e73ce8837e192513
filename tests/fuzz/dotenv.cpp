// SPDX-License-Identifier: GPL-3.0-or-later
// A `.env` file: whatever its line ends, no value spans lines or is cut short, and written anew between
// quotes it means the same.
#include "fuzz_input.h"
#include "gateway/credentials/env_file.h"
#include "promise.h"

#include <QSet>

using namespace gatehouse;

namespace {

//! Every word of \a text that could be the name of a variable.
QSet<QByteArray> wordsIn(QByteArrayView text)
{
    QSet<QByteArray> words;
    QByteArray word;
    for (const char c : text) {
        const bool belongs =
            c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (belongs)
            word.append(c);
        else if (!std::exchange(word, {}).isEmpty())
            words.insert(word);
        if (!word.isEmpty())
            words.insert(word);
    }
    return words;
}

QByteArray quotedValue(QByteArrayView value)
{
    QByteArray quoted = "\"";
    for (const char c : value) {
        if (c == '\n' || c == '\r' || c == '\t')
            quoted.append('\\').append(c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
        else if (c == '"' || c == '\\' || c == '$')
            quoted.append('\\').append(c);
        else
            quoted.append(c);
    }
    return quoted + '"';
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());
    Environment environment;
    const QList<BadLine> bad = environment.readFile(text);
    int before = 0;
    for (const BadLine &line : bad) {
        require(line.number > before && line.number <= text.count('\n') + 1, "Bad lines come in order.");
        require(!line.message.isEmpty(), "A bad line has its reason.");
        before = line.number;
    }

    Environment withCr;
    withCr.readFile(text.toByteArray().replace("\n", "\r\n"));
    require(withCr == environment, "CR LF is a line end too.");
    Environment marked;
    marked.readFile(QByteArray("\xef\xbb\xbf" + text.toByteArray()));
    require(marked == environment || text.startsWith("\xef\xbb\xbf"), "A byte order mark says nothing.");

    QByteArray written;
    for (const QByteArray &name : wordsIn(text)) {
        const QByteArray value = environment.value(QString::fromLatin1(name));
        require(!value.contains('\0'), "No value holds a zero byte.");
        require(!value.contains('\n') || text.contains("\\n"), "A value ends with its line.");
        require(value.size() <= text.size(), "A value is no longer than its file.");
        if (!value.isEmpty())
            written.append("export " + name + " = " + quotedValue(value) + " # \n");
        else
            written.append(name + "=\n");
    }
    Environment again;
    require(again.readFile(written).size() <= written.count('\n'), "There are no more bad lines than lines.");
    for (const QByteArray &name : wordsIn(text)) {
        const QString key = QString::fromLatin1(name);
        require(again.value(key) == environment.value(key), "Written anew a variable means the same.");
    }
    return 0;
}
