// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeds.h"

#include "tests/gateway/dialect/golden_file.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

//! The two dialects of a recorded exchange, as digits.
struct Sides
{
    QByteArray client;
    QByteArray provider;
};

QByteArray digit(const QByteArrayList &names, const QByteArray &name)
{
    return QByteArray::number(std::max<qsizetype>(0, names.indexOf(name)));
}

Sides sidesOf(const GoldenFile &golden, const QString &file)
{
    const QByteArray folder = QFileInfo(file).dir().dirName().toUtf8();
    const qsizetype dash = folder.indexOf('-');
    return {digit({"chat", "responses", "messages", "gemini"}, golden.setting("client", folder.left(dash))),
            digit({"openai", "anthropic", "gemini", "azure-openai"},
                  golden.setting("provider", folder.mid(dash + 1)))};
}

void addRecorded(QByteArrayList &seeds, const QString &target, const QString &file)
{
    const GoldenFile golden(file);
    const Sides sides = sidesOf(golden, file);
    const auto request = golden.section("client request");
    const auto reply = golden.section("provider reply");
    const auto stream = golden.section("provider stream");
    if (target == "requests"_L1 && request) {
        const bool streams = golden.setting("stream") == "true";
        const bool counts = golden.setting("task") == "count";
        seeds.append(sides.client + '0' + QByteArray::number((streams ? 1 : 0) + (counts ? 4 : 0)) +
                     *request);
    } else if (target == "replies"_L1 && reply) {
        seeds.append(sides.provider + "00" + *reply);
    } else if (target == "streams"_L1 && stream) {
        seeds.append(sides.provider + sides.client + "07" + *stream + "\n\n");
    } else if (target == "json"_L1) {
        for (const auto &json : {request, reply}) {
            if (json)
                seeds.append("00" + *json);
        }
        if (stream)
            seeds.append("15" + *stream + "\n\n");
    } else if (target == "peek"_L1 && request) {
        const QByteArray form = sides.client == "1" ? "01" : sides.client == "3" ? "13" : "00";
        seeds.append(form + *request);
    } else if (target == "events"_L1 && stream) {
        // Anthropic, Gemini and Azure have the same numbers there.
        seeds.append(sides.provider + "17" + *stream + "\n\n");
    } else if (target == "usage"_L1 && (reply || stream)) {
        seeds.append(sides.provider + (reply ? *reply : *stream));
    } else if (target == "answers"_L1 && (reply || stream)) {
        const QByteArray form = sides.provider == "1" ? "2" : sides.provider == "2" ? "3" : "0";
        seeds.append("2" + form + (reply ? *reply : *stream + "\n\n"));
    } else if (target == "errors"_L1 && golden.section("reply error") && reply) {
        seeds.append("0" + *reply);
    }
}

} // namespace

QByteArrayList seedsFor(const QString &target)
{
    QByteArrayList seeds;
    QStringList files;
    for (QDirIterator it(u"" FUZZ_TESTS "/data"_s, {u"*.txt"_s}, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();)
        files.append(it.next());
    files.sort();
    for (const QString &file : std::as_const(files))
        addRecorded(seeds, target, file);
    const QDir kept(u"" FUZZ_TESTS "/fuzz/corpus/"_s + target);
    for (const QString &name : kept.entryList(QDir::Files, QDir::Name)) {
        QFile file(kept.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds.append(file.readAll());
    }
    return seeds;
}
