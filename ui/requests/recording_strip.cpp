// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/recording_strip.h"

#include "ui/theme/colors.h"
#include "ui/widgets/plain_label.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {
namespace {

constexpr int discSize = 12;
constexpr int margin = 12;

} // namespace

RecordingStrip::RecordingStrip(QWidget *parent)
    : QWidget(parent)
    , m_text(new PlainLabel({}, PlainLabel::Strong))
    , m_stop(new QPushButton(tr("&Stop")))
    , m_forget(new QPushButton(tr("Forget all bod&ies")))
{
    setObjectName(u"recordingStrip"_s);
    m_text->setObjectName(u"recordingText"_s);
    m_stop->setObjectName(u"stopRecording"_s);
    m_forget->setObjectName(u"forgetAll"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * margin + discSize, 6, 8, 6);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_forget);
    layout->addWidget(m_stop);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &RecordingStrip::update);
    connect(m_stop, &QPushButton::clicked, this, &RecordingStrip::stopRequested);
    connect(m_forget, &QPushButton::clicked, this, &RecordingStrip::forgetAllRequested);
    hide();
}

void RecordingStrip::setUntil(qint64 untilMs)
{
    m_until = untilMs;
    update();
}

void RecordingStrip::setKept(int count, qint64 bytes)
{
    m_count = count;
    m_bytes = bytes;
    update();
}

QString RecordingStrip::keptText() const
{
    return tr("Requests whose bodies are kept in memory: %L1 (%2).")
        .arg(m_count)
        .arg(QLocale().formattedDataSize(m_bytes, 1));
}

void RecordingStrip::update()
{
    const bool recording = m_until > 0;
    if (recording) {
        const qint64 left = std::max<qint64>(0, (m_until - QDateTime::currentMSecsSinceEpoch() + 999) / 1000);
        QString text =
            tr("Recording requests and answers: %1:%2 left")
                .arg(QString::number(left / 60), QString::number(left % 60).rightJustified(2, u'0'));
        if (m_count > 0)
            text += u" · "_s + tr("%n kept", nullptr, m_count);
        m_text->setText(text);
    } else if (m_count > 0) {
        m_text->setText(keptText());
    }
    m_stop->setVisible(recording);
    m_forget->setVisible(m_count > 0);
    setAccessibleName(recording ? tr("Requests and answers are being recorded") : m_text->text());
    setVisible(recording || m_count > 0);
    if (recording && isVisible())
        m_second.start();
    else
        m_second.stop();
    QWidget::update();
}

void RecordingStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    update();
}

void RecordingStrip::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

void RecordingStrip::paintEvent(QPaintEvent *)
{
    const Tone tone = m_until > 0 ? Tone::Bad : Tone::Neutral;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneColor(tone, palette()), m_until > 0 ? 2 : 1));
    painter.setBrush(toneGround(tone, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(tone, palette()));
    painter.drawEllipse(QRectF(margin, (height() - discSize) / 2.0, discSize, discSize));
}

} // namespace gatehouse
