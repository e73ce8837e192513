// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "app/fault.h"
#include "app/help_text.h"
#include "app/paths.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

void declareOptions(QCommandLineParser &parser, ProgramKind program)
{
    for (const auto &name :
         {"config"_L1, "data-dir"_L1, "host"_L1, "port"_L1, "log-level"_L1, "log-format"_L1})
        parser.addOption({QString(name), QString(), QString(name)});
    for (const auto &name : {"demo"_L1, "version"_L1, "help"_L1})
        parser.addOption(QCommandLineOption(QString(name)));
    if (program == ProgramKind::Tray) {
        parser.addOption(QCommandLineOption(u"hidden"_s));
        return;
    }
    for (const auto &name : {"check-config"_L1, "json"_L1, "csv"_L1, "without-clients"_L1, "replace"_L1,
                             "undo"_L1, "dry-run"_L1, "yes"_L1})
        parser.addOption(QCommandLineOption(QString(name)));
    for (const auto &name : {"since"_L1, "by"_L1, "model"_L1})
        parser.addOption({QString(name), QString(), QString(name)});
}

//! The value of option \a name among \a choices, in the order of \a Choice.
template<typename Choice>
Result<Choice> choose(const QCommandLineParser &parser, const QString &name, const QStringList &choices,
                      Choice usual)
{
    if (!parser.isSet(name))
        return usual;
    const QString value = parser.value(name);
    const qsizetype index = choices.indexOf(value);
    if (index < 0)
        return fault(u"--%1 takes one of %2, not '%3'."_s.arg(name, choices.join(u", "), value));
    return Choice(index);
}

//! What `usage` is to show.
Result<Options> readUsage(const QCommandLineParser &parser, Options options)
{
    const auto by = choose(parser, u"by"_s, {u"model"_s, u"provider"_s, u"client"_s, u"day"_s, u"hour"_s},
                           UsageReport::Model);
    if (!by)
        return by.error();
    if (parser.isSet(u"json"_s) && parser.isSet(u"csv"_s))
        return fault(u"--json and --csv do not go together."_s);
    options.command = Command::Usage;
    options.usage.by = *by;
    if (parser.isSet(u"since"_s))
        options.usage.since = parser.value(u"since"_s);
    if (parser.isSet(u"json"_s))
        options.usage.form = UsageReport::Json;
    else if (parser.isSet(u"csv"_s))
        options.usage.form = UsageReport::Csv;
    return beginningOf(options.usage.since, QDateTime::currentDateTime())
        .andThen([&](const QDateTime &) -> Result<Options> { return options; });
}

//! An option that means nothing beside a command that is not its own, as an error.
std::optional<Error> misplaced(const QCommandLineParser &parser, const QString &command)
{
    struct Belonging
    {
        QString option;
        QStringList commands;
    };
    const Belonging belongings[] = {
        {u"since"_s, {u"usage"_s}},
        {u"by"_s, {u"usage"_s}},
        {u"json"_s, {u"usage"_s}},
        {u"csv"_s, {u"usage"_s}},
        {u"without-clients"_s, {u"export"_s}},
        {u"replace"_s, {u"import"_s}},
        {u"model"_s, {u"connect"_s}},
        {u"undo"_s, {u"connect"_s}},
        {u"dry-run"_s, {u"connect"_s, u"import"_s}},
        {u"yes"_s, {u"connect"_s, u"import"_s}},
    };
    for (const Belonging &belonging : belongings) {
        if (parser.isSet(belonging.option) && !belonging.commands.contains(command))
            return fault(u"--%1 belongs to the command '%2'."_s.arg(belonging.option,
                                                                    belonging.commands.join("' or '"_L1)));
    }
    return {};
}

//! `connect [APP]`.
Result<Options> readConnect(const QCommandLineParser &parser, Options options)
{
    const QStringList words = parser.positionalArguments();
    if (words.size() > 2)
        return fault(u"'connect' was given too many words."_s);
    options.command = Command::Connect;
    options.argument = words.value(1);
    options.connect = {parser.value(u"model"_s), parser.isSet(u"undo"_s), parser.isSet(u"dry-run"_s),
                       parser.isSet(u"yes"_s)};
    if (options.argument.isEmpty() && options.connect != ConnectOptions())
        return fault(u"'connect' with options needs APP."_s);
    if (options.connect.undo && parser.isSet(u"model"_s))
        return fault(u"--undo and --model do not go together."_s);
    return options;
}

//! `export [FILE]` and `import FILE`.
Result<Options> readTransfer(const QCommandLineParser &parser, Options options)
{
    const QStringList words = parser.positionalArguments();
    const bool isImport = words.value(0) == "import"_L1;
    if (isImport && words.size() < 2)
        return fault(u"'import' needs FILE."_s);
    if (words.size() > 2)
        return fault(u"'%1' was given too many words."_s.arg(words.front()));
    options.command = isImport ? Command::Import : Command::Export;
    options.argument = words.value(1);
    options.import = {.withoutClients = parser.isSet(u"without-clients"_s),
                      .replace = parser.isSet(u"replace"_s),
                      .dryRun = parser.isSet(u"dry-run"_s),
                      .yes = parser.isSet(u"yes"_s)};
    return options;
}

Result<Options> readCommand(const QCommandLineParser &parser, Options options)
{
    const QStringList words = parser.positionalArguments();
    const QString command = words.value(0);
    if (const auto error = misplaced(parser, command))
        return *error;
    if (words.isEmpty())
        return options;
    if (words == QStringList{u"usage"_s})
        return readUsage(parser, options);
    if (command == "connect"_L1)
        return readConnect(parser, options);
    if (command == "export"_L1 || command == "import"_L1)
        return readTransfer(parser, options);
    struct Form
    {
        QStringList words;
        Command command;
        QString argument; //!< what is still to be said; empty: nothing
    };
    const Form forms[] = {
        {{u"key"_s, u"set"_s}, Command::KeySet, u"PROVIDER[/N]"_s},
        {{u"key"_s, u"list"_s}, Command::KeyList, {}},
        {{u"key"_s, u"remove"_s}, Command::KeyRemove, u"PROVIDER[/N]"_s},
        {{u"client"_s, u"add"_s}, Command::ClientAdd, u"NAME"_s},
    };
    for (const Form &form : forms) {
        if (words.mid(0, 2) != form.words)
            continue;
        const qsizetype wanted = form.argument.isEmpty() ? 2 : 3;
        const QString name = form.words.join(u' ');
        if (words.size() < wanted)
            return fault(u"'%1' needs %2."_s.arg(name, form.argument));
        if (words.size() > wanted) // not repeated here: it may be a key
            return fault(form.command == Command::KeySet
                             ? u"'key set' reads the key from standard input, never from the command line."_s
                             : u"'%1' was given too many words."_s.arg(name));
        options.command = form.command;
        options.argument = words.value(2);
        return options;
    }
    return fault(u"There is no command '%1'."_s.arg(words.mid(0, 2).join(u' ')));
}

Result<Options> readOptions(ProgramKind program, const QCommandLineParser &parser)
{
    for (const QString &name : {u"config"_s, u"data-dir"_s, u"host"_s}) {
        if (parser.isSet(name) && parser.value(name).isEmpty())
            return fault(u"--%1 needs a value."_s.arg(name));
    }
    Options options;
    options.configPath = parser.value(u"config"_s);
    options.dataDir = parser.value(u"data-dir"_s);
    options.demo = parser.isSet(u"demo"_s);
    if (parser.isSet(u"host"_s))
        options.host = parser.value(u"host"_s);
    if (parser.isSet(u"port"_s)) {
        bool isPort = false;
        options.port = parser.value(u"port"_s).toUShort(&isPort);
        if (!isPort)
            return fault(u"--port takes a number from 0 (any free port) to 65535, not '%1'."_s.arg(
                parser.value(u"port"_s)));
    }
    const auto level =
        choose(parser, u"log-level"_s, {u"error"_s, u"warn"_s, u"info"_s, u"debug"_s}, LogLevel::Info);
    const auto format = choose(parser, u"log-format"_s, {u"text"_s, u"json"_s}, LogFormat::Text);
    if (!level)
        return level.error();
    if (!format)
        return format.error();
    if (parser.isSet(u"log-level"_s))
        options.logLevel = *level;
    options.logFormat = *format;
    const QStringList words = parser.positionalArguments();
    if (program == ProgramKind::Tray) {
        options.hidden = parser.isSet(u"hidden"_s);
        if (!words.isEmpty())
            return fault(u"gatehouse takes no commands; gatehoused does."_s);
        return options;
    }
    if (!parser.isSet(u"check-config"_s))
        return readCommand(parser, options);
    if (!words.isEmpty())
        return fault(u"--check-config takes no command beside it; the file goes behind --config."_s);
    options.command = Command::CheckConfig;
    return options;
}

} // namespace

CommandLine readCommandLine(ProgramKind program, const QStringList &arguments)
{
    const QString name = program == ProgramKind::Daemon ? u"gatehoused"_s : u"gatehouse"_s;
    const auto refuse = [&](const QString &message) {
        return CommandLine{2, u"%1: %2\nTry '%1 --help'.\n"_s.arg(name, message), {}};
    };
    QCommandLineParser parser;
    declareOptions(parser, program);
    const bool parsed = parser.parse(arguments);
    if (!parsed)
        return refuse(parser.errorText());
    if (parser.isSet(u"help"_s))
        return {0, helpText(program), {}};
    if (parser.isSet(u"version"_s))
        return {0, name + u' ' + QCoreApplication::applicationVersion() + u'\n', {}};
    Result<Options> options = readOptions(program, parser);
    if (!options)
        return refuse(options.error().message);
    if (const QString problem = homelessProblem(*options); !problem.isEmpty())
        return refuse(problem);
    return {{}, {}, *std::move(options)};
}

} // namespace gatehouse
