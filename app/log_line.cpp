// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_line.h"

#include "gateway/base/append.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace gatehouse {
namespace {

constexpr qsizetype longestMessage = 3000;
constexpr qsizetype longestField = 300;

using PlainBytes = std::array<bool, 256>;

constexpr PlainBytes plainBytes(QByteArrayView odd)
{
    PlainBytes plain{};
    for (size_t byte = 0; byte < plain.size(); ++byte)
        plain[byte] = byte >= 0x20 && byte != 0x7f && byte != 0xc2;
    for (char c : odd)
        plain[static_cast<unsigned char>(c)] = false;
    return plain;
}

constexpr PlainBytes plainInText = plainBytes("");
constexpr PlainBytes plainInJson = plainBytes("\"\\");

//! Appends the character at the beginning of \a text, which is not plain; returns its length. Control
//! characters from U+0080 on are two bytes; some terminals obey them as they obey an escape.
qsizetype appendOdd(QByteArray &out, QByteArrayView text)
{
    const char c = text.front();
    const auto byte = static_cast<unsigned char>(c);
    const bool isLead = byte == 0xc2;
    if (isLead && (text.size() < 2 || static_cast<unsigned char>(text[1]) >= 0xa0)) {
        out += c;
        return 1;
    }
    if (c == '"' || c == '\\') {
        out += '\\';
        out += c;
    } else if (c == '\n') {
        out += "\\n";
    } else {
        out += "\\u00" + QByteArray(1, isLead ? text[1] : c).toHex();
    }
    return isLead ? 2 : 1;
}

//! At most \a limit bytes of it, and a few.
void appendEscaped(QByteArray &out, QByteArrayView text, LogFormat format, qsizetype limit)
{
    const auto continuesCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; };
    const PlainBytes &plain = format == LogFormat::Text ? plainInText : plainInJson;
    const qsizetype end = out.size() + limit;
    qsizetype i = 0;
    while (i < text.size() && out.size() < end) {
        const qsizetype begin = i;
        const qsizetype stop = qMin(text.size(), i + end - out.size());
        while (i < stop && plain[static_cast<unsigned char>(text[i])])
            ++i;
        const bool stopped = i == stop;
        while (stopped && i < text.size() && continuesCharacter(text[i]))
            ++i;
        appendBytes(out, text.sliced(begin, i - begin));
        if (!stopped)
            i += appendOdd(out, text.sliced(i));
    }
    if (i < text.size())
        out += "…";
}

void appendString(QByteArray &out, QByteArrayView text, qsizetype limit)
{
    out += '"';
    appendEscaped(out, text, LogFormat::Json, limit);
    out += '"';
}

struct ValueWriter
{
    QByteArray &out;

    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(qint64 value) const { out += QByteArray::number(value); }
    void operator()(double value) const
    {
        out += std::isfinite(value) ? QByteArray::number(value, 'g', 10) : QByteArray("null");
    }
    void operator()(const QString &value) const { appendString(out, value.toUtf8(), longestField); }
};

//! ISO 8601 in UTC; ten times as fast as QDateTime, which a line for each request would feel.
void appendTime(QByteArray &out, qint64 timeMs)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(timeMs)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    const auto part = [&out](unsigned number, int digits, char behind) {
        char text[8];
        for (int i = digits - 1; i >= 0; --i, number /= 10)
            text[i] = char('0' + number % 10);
        text[digits] = behind;
        appendBytes(out, {text, digits + 1});
    };
    part(unsigned(int(date.year())), 4, '-');
    part(unsigned(date.month()), 2, '-');
    part(unsigned(date.day()), 2, 'T');
    part(unsigned(clock.hours().count()), 2, ':');
    part(unsigned(clock.minutes().count()), 2, ':');
    part(unsigned(clock.seconds().count()), 2, '.');
    part(unsigned(clock.subseconds().count()), 3, 'Z');
}

} // namespace

QByteArrayView levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Error:
        return "error";
    case LogLevel::Warn:
        return "warn";
    case LogLevel::Info:
        return "info";
    case LogLevel::Debug:
        break;
    }
    return "debug";
}

QByteArray formatLine(const LogLine &line, LogFormat format)
{
    QByteArray out;
    out.reserve(line.message.size() + 128 + 48 * line.fields.size());
    if (format == LogFormat::Text) {
        appendTime(out, line.timeMs);
        const QByteArrayView level = levelName(line.level);
        appendBytes(out, " ");
        appendBytes(out, level);
        appendBytes(out, QByteArrayView("      ").first(6 - std::min<qsizetype>(level.size(), 5)));
        appendBytes(out, line.category);
        appendBytes(out, ": ");
        appendEscaped(out, line.message, format, longestMessage);
    } else {
        out += R"({"time":")";
        appendTime(out, line.timeMs);
        out += R"(","level":")" + levelName(line.level).toByteArray() + R"(","category":)";
        appendString(out, line.category, longestField);
        out += R"(,"message":)";
        appendString(out, line.message, longestMessage);
        for (const LogField &field : line.fields) {
            out.append(",\"").append(field.name).append("\":");
            std::visit(ValueWriter{out}, field.value);
        }
        out += '}';
    }
    out += '\n';
    return out;
}

} // namespace gatehouse
