// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/order.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace gatehouse::soak {
namespace {

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "soak: %s\n", qPrintable(why));
    std::exit(2);
}

quint32 number(const QCommandLineParser &parser, const QString &name, quint32 usual, quint32 least)
{
    if (!parser.isSet(name))
        return usual;
    bool ok = false;
    const quint32 value = parser.value(name).toUInt(&ok);
    if (!ok || value < least)
        giveUp(u"--%1 wants a number from %2 on"_s.arg(name).arg(least));
    return value;
}

} // namespace

Order readOrder(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Lets a gateway work under mixed traffic, faults, reloads and clients that leave, and says whether "
        u"it came through unchanged."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"program"_s, u"gatehoused, or with --window gatehouse"_s);
    parser.addOptions(
        {{u"seconds"_s, u"How long, 120 by default."_s, u"N"_s},
         {u"seed"_s, u"Of all that is random."_s, u"N"_s},
         {u"visitors"_s, u"Connections at a time, 12 by default."_s, u"N"_s},
         {u"pause"_s, u"Mean pause of a visitor between two requests, 60 by default."_s, u"MS"_s},
         {u"window"_s, u"Open the window at a charted year of usage, and a dialog."_s},
         {u"requests-per-day"_s, u"In that year, 200 by default."_s, u"N"_s},
         {u"picture"_s, u"Take a picture of the screen at the end."_s, u"FILE"_s}});
    if (!parser.parse(arguments))
        giveUp(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.positionalArguments().size() != 1)
        giveUp(u"which program?"_s);
    Order order;
    order.program = QFileInfo(parser.positionalArguments().constFirst()).absoluteFilePath();
    order.time = std::chrono::seconds(number(parser, u"seconds"_s, 120, 10));
    order.seed = number(parser, u"seed"_s, QRandomGenerator::global()->generate(), 0);
    order.visitors = int(number(parser, u"visitors"_s, 12, 1));
    order.pause = std::chrono::milliseconds(number(parser, u"pause"_s, 60, 0));
    order.window = parser.isSet(u"window"_s);
    order.requestsPerDay = int(number(parser, u"requests-per-day"_s, 200, 1));
    order.picture = parser.value(u"picture"_s);
    return order;
}

} // namespace gatehouse::soak
