// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/timing_form.h"

#include <QFormLayout>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

// As check() has them.
constexpr int longestTimeout = 86'400; // s
constexpr int longestDelay = 600'000;  // ms
constexpr int mostAttempts = 20;

} // namespace

TimingForm::TimingForm(QWidget *parent)
    : QGroupBox(tr("Time-outs and retries"), parent)
{
    auto *form = new QFormLayout(this);
    const QString seconds = tr(" s");
    const QString milliseconds = tr(" ms");
    m_connect = addField(*form, tr("To co&nnect:"), u"connectSeconds"_s, 1, longestTimeout, seconds);
    m_firstByte =
        addField(*form, tr("To the &first byte:"), u"firstByteSeconds"_s, 1, longestTimeout, seconds);
    m_idle = addField(*form, tr("Longest &gap in an answer:"), u"idleSeconds"_s, 1, longestTimeout, seconds);
    m_attempts = addField(*form, tr("Tr&ies, the first included:"), u"attempts"_s, 1, mostAttempts, {});
    m_baseDelay =
        addField(*form, tr("First &wait between tries:"), u"baseDelayMs"_s, 0, longestDelay, milliseconds);
    m_maxDelay =
        addField(*form, tr("&Longest wait between tries:"), u"maxDelayMs"_s, 0, longestDelay, milliseconds);
}

QSpinBox *TimingForm::addField(QFormLayout &form, const QString &label, const QString &name, int least,
                               int most, const QString &unit)
{
    auto *field = new QSpinBox;
    field->setObjectName(name);
    field->setRange(least, most);
    field->setSuffix(unit);
    field->setGroupSeparatorShown(true);
    field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    form.addRow(label, field);
    return field;
}

void TimingForm::setTiming(const Timeouts &timeouts, const Retry &retry)
{
    m_connect->setValue(int(timeouts.connect.count()));
    m_firstByte->setValue(int(timeouts.firstByte.count()));
    m_idle->setValue(int(timeouts.idle.count()));
    m_attempts->setValue(retry.attempts);
    m_baseDelay->setValue(int(retry.baseDelay.count()));
    m_maxDelay->setValue(int(retry.maxDelay.count()));
}

Timeouts TimingForm::timeouts() const
{
    return {std::chrono::seconds(m_connect->value()), std::chrono::seconds(m_firstByte->value()),
            std::chrono::seconds(m_idle->value())};
}

Retry TimingForm::retry() const
{
    return {m_attempts->value(), std::chrono::milliseconds(m_baseDelay->value()),
            std::chrono::milliseconds(m_maxDelay->value())};
}

} // namespace gatehouse
