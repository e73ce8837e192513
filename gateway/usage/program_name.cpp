// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/proc_text.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace gatehouse {
namespace {

constexpr qsizetype longestProgram = 40;
constexpr qsizetype longestComm = 15; // the kernel cuts it

//! How an interpreter's arguments are read up to the name of its script. What is not listed may take a value,
//! or be code: there the reading ends.
struct Interpreter
{
    QByteArrayView name;                   //!< without a version behind it
    QByteArrayView letters = {};           //!< options of one letter that take no value
    QList<QByteArrayView> beginnings = {}; //!< of options that take none, or hold it themselves
    QList<QByteArrayView> leads = {};      //!< words after which the name follows
};

const QList<Interpreter> &interpreters()
{
    static const QList<QByteArrayView> node = {"--no-",     "--enable-", "--trace-", "--inspect",
                                               "--expose-", "--harmony", "--use-"};
    static const QList<QByteArrayView> java = {"-D", "-X", "-ea", "-server", "--add-", "--enable-"};
    static const QList<Interpreter> all = {
        {"node", {}, node},
        {"nodejs", {}, node},
        {"bun", {}, {}, {"run"}},
        {"deno", {}, {"--allow-", "--no-"}, {"run"}},
        {"python", "uBOEsSIqvbdPx", {}, {"-m"}},
        {"pypy", "uBOEsSIqvb", {}, {"-m"}},
        {"ruby", "wW"},
        {"perl", "wWtT"},
        {"php"},
        {"java", {}, java, {"-jar"}},
        {"sh", "euvxlifh"},
        {"bash", "euvxlifh"},
        {"dash", "euvxlifh"},
        {"zsh", "euvxlifh"},
        {"ksh", "euvxlifh"},
        {"fish"},
    };
    return all;
}

QByteArrayView baseName(QByteArrayView path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

const Interpreter *interpreterCalled(QByteArrayView name)
{
    while (!name.isEmpty() && ((name.back() >= '0' && name.back() <= '9') || name.back() == '.'))
        name.chop(1);
    const auto &all = interpreters();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&](const Interpreter &one) { return one.name == name; });
    return found == all.cend() ? nullptr : &*found;
}

//! A name and nothing else: no code, no expression, no URL.
bool isProgramName(QByteArrayView name)
{
    return !name.isEmpty() && name.size() <= longestProgram &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '.' || c == '_' || c == '-' || c == '+' || c == '@';
           });
}

bool takesNoValue(const Interpreter &interpreter, QByteArrayView option)
{
    const auto begins = [&](QByteArrayView beginning) { return option.startsWith(beginning); };
    if (std::any_of(interpreter.beginnings.cbegin(), interpreter.beginnings.cend(), begins))
        return true;
    if (option.startsWith("--"))
        return option.contains('=');
    return option.size() > 1 && std::all_of(option.begin() + 1, option.end(),
                                            [&](char c) { return interpreter.letters.contains(c); });
}

//! The base name of what \a interpreter runs; empty where that is not plain.
QByteArrayView scriptOf(const Interpreter &interpreter, const QList<QByteArrayView> &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QByteArrayView argument = arguments[i];
        if (interpreter.leads.contains(argument))
            continue;
        const QByteArrayView before = arguments[i - 1];
        const bool led = before.startsWith('-') && interpreter.leads.contains(before);
        if (!argument.startsWith('-')) {
            const QByteArrayView name = baseName(argument);
            return isProgramName(name) ? name : QByteArrayView();
        }
        if (led || !takesNoValue(interpreter, argument))
            break;
    }
    return {};
}

QList<QByteArrayView> argumentsOf(QByteArrayView cmdline)
{
    constexpr qsizetype most = 32;
    QList<QByteArrayView> arguments;
    while (!cmdline.isEmpty() && arguments.size() < most) {
        const qsizetype end = cmdline.indexOf('\0');
        if (end < 0)
            break; // cut off: it may be half a word
        arguments.append(cmdline.first(end));
        cmdline = cmdline.sliced(end + 1);
    }
    return arguments;
}

QByteArray printable(QByteArrayView name)
{
    QString text = QString::fromUtf8(name).trimmed();
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return !c.isPrint() || c.isSurrogate(); }, u'?');
    return text.left(longestProgram).toUtf8();
}

} // namespace

QByteArray programName(QByteArrayView comm, QByteArrayView cmdline)
{
    if (comm.endsWith('\n'))
        comm.chop(1);
    const QList<QByteArrayView> arguments = argumentsOf(cmdline);
    const QByteArrayView first = arguments.isEmpty() ? QByteArrayView() : baseName(arguments.first());
    const Interpreter *interpreter = interpreterCalled(comm);
    if (comm == "MainThread" || comm == "node-MainThread") { // as newer versions of Node.js call themselves
        interpreter = interpreterCalled(first);
        if (interpreter)
            comm = interpreter->name;
    }
    if (interpreter) {
        const QByteArrayView script = scriptOf(*interpreter, arguments);
        return printable(script.isEmpty() ? comm : script);
    }
    // A program may have written a title over its arguments, with some of them in it: `npm exec …`.
    if (const qsizetype space = comm.indexOf(' ');
        space > 0 && !arguments.isEmpty() && arguments.first().startsWith(comm))
        return printable(comm.first(space));
    const bool cut = comm.size() == longestComm && first.startsWith(comm) && isProgramName(first);
    return printable(cut ? first : comm);
}

} // namespace gatehouse
