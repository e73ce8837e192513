// SPDX-License-Identifier: GPL-3.0-or-later
// soak [--seconds N] [--seed N] … PROGRAM: see --help. Ends with 1 where something did not stay as it was.
#include "tests/soak/soak.h"
#include "tests/soak/verdict.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace gatehouse::soak;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Order order = readOrder(application.arguments());
    QTextStream out(stdout);
    out << "soak: " << order.time.count() << " s, " << order.visitors << " visitors, --seed " << order.seed
        << Qt::endl;
    Soak soak(order);
    if (!soak.run())
        return 1;
    const Verdict verdict = judge(order, soak);
    for (const Point &point : verdict)
        out << (point.good ? "  good  " : "  BAD   ") << point.text << Qt::endl;
    if (passes(verdict))
        return 0;
    out << "its files are in " << soak.keepFiles() << Qt::endl;
    return 1;
}
