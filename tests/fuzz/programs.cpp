// SPDX-License-Identifier: GPL-3.0-or-later
// What the system says of the program at the other end of a connection. Its name and arguments are that
// program's own words; what is made of them is short and printable.
//   comm\n cmdline (its words with a NUL behind each), or a line of another file
#include "fuzz_input.h"
#include "gateway/usage/proc_text.h"
#include "promise.h"

#include <QString>

using namespace gatehouse;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());
    const qsizetype end = text.indexOf('\n');
    const QByteArrayView comm = end < 0 ? text : text.first(end);
    const QByteArrayView cmdline = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    const QString name = QString::fromUtf8(programName(comm, cmdline));
    require(name.size() <= 40, "A program's name is short.");
    for (const QChar c : name)
        require(c.isPrint() && !c.isSurrogate(), "A program's name is printable.");

    if (const auto socket = readTcpLine(text)) {
        require(socket->ports.peer > 0 && socket->ports.own > 0, "A connection has two ports.");
        require(socket->inode > 0, "Somebody holds it.");
    }
    if (const auto inode = readSocketLink(text))
        require(text.contains('[') && QByteArray::number(*inode).size() <= text.size(),
                "A link tells its inode.");
    if (readStartTime(text))
        require(text.contains(')'), "A start stands behind the name.");
    return 0;
}
