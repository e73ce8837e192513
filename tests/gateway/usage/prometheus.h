// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QProcess>
#include <QStandardPaths>

namespace gatehouse {

//! What `promtool check metrics` says of \a text; empty: nothing.
inline QByteArray promtoolSays(const QByteArray &text)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("promtool"));
    if (program.isEmpty())
        return "promtool is not installed (Debian: the package prometheus)";
    QProcess promtool;
    promtool.setProcessChannelMode(QProcess::MergedChannels);
    promtool.start(program, {QStringLiteral("check"), QStringLiteral("metrics")});
    promtool.write(text);
    promtool.closeWriteChannel();
    if (!promtool.waitForFinished(60'000))
        return "promtool does not end";
    const QByteArray said = promtool.readAll();
    if (promtool.exitStatus() != QProcess::NormalExit || promtool.exitCode() != 0)
        return "promtool failed: " + said;
    return said;
}

//! The samples of a text by name and labels, as they are written.
inline QHash<QByteArray, double> samplesOf(const QByteArray &text)
{
    QHash<QByteArray, double> samples;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype space = line.lastIndexOf(' ');
        if (space > 0 && !line.startsWith('#'))
            samples.insert(line.first(space), line.sliced(space + 1).toDouble());
    }
    return samples;
}

//! The sum over all samples of a metric.
inline double sumOf(const QByteArray &text, const QByteArray &metric)
{
    double sum = 0;
    const QByteArray labelled = metric + '{';
    const QHash<QByteArray, double> samples = samplesOf(text);
    for (auto it = samples.cbegin(); it != samples.cend(); ++it) {
        if (it.key() == metric || it.key().startsWith(labelled))
            sum += it.value();
    }
    return sum;
}

} // namespace gatehouse
