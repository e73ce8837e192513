// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/recording.h"

#include "gateway/gateway.h"
#include "ui/requests/recording_strip.h"
#include "ui/widgets/ask.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {

Recording::Recording(Gateway &gateway, QWidget &page)
    : QObject(&page)
    , m_gateway(gateway)
    , m_page(page)
    , m_button(new QPushButton(tr("&Record bodies for 10 minutes")))
    , m_strip(new RecordingStrip)
{
    m_button->setObjectName(u"recordBodies"_s);
    m_batch.setSingleShot(true);
    m_batch.setInterval(250ms);
    connect(&m_batch, &QTimer::timeout, this, &Recording::onChanged);
    connect(m_button, &QPushButton::clicked, this, &Recording::askToRecord);
    connect(m_strip, &RecordingStrip::stopRequested, this, [this] { m_gateway.recordBodies(0min); });
    connect(m_strip, &RecordingStrip::forgetAllRequested, this, [this] {
        m_bodies.clear();
        onChanged();
    });
    connect(&m_gateway, &Gateway::bodyRecorded, this, [this](const RecordedExchange &exchange) {
        m_bodies.add(exchange);
        if (!m_batch.isActive())
            m_batch.start();
    });
    connect(&m_gateway, &Gateway::bodyRecordingChanged, this, [this](qint64 untilMs) {
        m_strip->setUntil(untilMs);
        m_button->setEnabled(untilMs == 0);
    });
}

void Recording::forget(const QByteArray &requestId)
{
    m_bodies.forget(requestId);
    onChanged();
}

void Recording::askToRecord()
{
    const Question question{
        tr("Record requests and answers for 10 minutes?"),
        tr("What apps send and what models answer is kept, so that you can read it and send it again. It "
           "stays "
           "in memory and is gone when Gatehouse ends; keys are taken out. The last %1 requests are kept.")
            .arg(RecordedBodies::maxCount),
        tr("&Record")};
    if (ask(&m_page, question).confirmed)
        m_gateway.recordBodies(10min);
}

void Recording::onChanged()
{
    m_strip->setKept(m_bodies.count(), m_bodies.bytes());
    Q_EMIT changed();
}

} // namespace gatehouse
