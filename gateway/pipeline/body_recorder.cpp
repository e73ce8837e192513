// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/body_recorder.h"

#include "gateway/pipeline/prepare.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace gatehouse {
namespace {

//! Those that change what an answer looks like; a key is in none of them.
constexpr QByteArrayView shapingHeaders[] = {"content-type", "accept", "anthropic-version", "anthropic-beta",
                                             "openai-beta"};

bool shapes(QByteArrayView name)
{
    return std::any_of(std::begin(shapingHeaders), std::end(shapingHeaders), [&](QByteArrayView shaping) {
        return name.compare(shaping, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

BodyRecorder::BodyRecorder(Listener listener)
    : m_listener(std::move(listener))
{
    m_end.setSingleShot(true);
    QObject::connect(&m_end, &QTimer::timeout, &m_end, [this] { m_listener.changed(0); });
}

void BodyRecorder::record(std::chrono::milliseconds time)
{
    time = std::min<std::chrono::milliseconds>(time, longest);
    const bool was = on();
    if (time.count() <= 0) {
        m_end.stop();
        if (was)
            m_listener.changed(0);
        return;
    }
    m_end.start(time);
    m_listener.changed(QDateTime::currentMSecsSinceEpoch() + time.count());
}

RecordedExchange recordedRequest(const Incoming &in, const Endpoint &endpoint, const Redactor &redactor)
{
    RecordedExchange recorded;
    recorded.path = in.path;
    recorded.query = queryWithoutKey(in.query);
    for (const HeaderField &field : in.headers) {
        if (shapes(field.name))
            recorded.headers.append(field.name).append(": ").append(field.value).append("\r\n");
    }
    recorded.headers = redactor.redact(recorded.headers);
    recorded.cut = endpoint.body != BodyForm::Json || in.body.size() > BodyRecorder::mostBytes;
    if (endpoint.body == BodyForm::Json)
        recorded.request = redactor.redact(in.body.first(std::min(in.body.size(), BodyRecorder::mostBytes)));
    return recorded;
}

} // namespace gatehouse
