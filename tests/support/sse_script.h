// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace gatehouse {

//! Writes an OpenAI chat stream, event by event.
class SseScript final
{
public:
    //! \a lineEnd: what ends each line, `\n` or `\r\n`.
    explicit SseScript(const QByteArray &lineEnd = "\n");

    SseScript &role();
    //! A piece of the answer; \a text is put into a JSON string as it is.
    SseScript &text(const QByteArray &text);
    SseScript &finish(const QByteArray &reason = "stop");
    //! The chunk that `stream_options.include_usage` brings: no choices, only figures.
    SseScript &usage(int prompt, int completion);
    SseScript &done();
    SseScript &comment(const QByteArray &text);
    //! A chunk of which \a delta is the delta.
    SseScript &delta(const QByteArray &delta, const QByteArray &finishReason = "null");
    SseScript &data(const QByteArray &data);
    SseScript &event(const QByteArray &name, const QByteArray &data);

    QByteArrayList events() const { return m_events; }
    QByteArray bytes() const { return m_events.join(); }

private:
    QByteArray m_lineEnd;
    QByteArrayList m_events;
};

//! A short, whole chat stream: role, two pieces of text, the end.
SseScript shortChat(const QByteArray &lineEnd = "\n");
//! A chat.completion whose content is \a text.
QByteArray chatCompletion(const QByteArray &text = "Hi");

} // namespace gatehouse
