// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/value_choice.h"

#include "ui/requests/record_text.h"

#include <QAbstractItemView>
#include <QSignalBlocker>

namespace gatehouse {

ValueChoice::ValueChoice(const QString &all, const QString &none, std::function<QStringList()> values,
                         QWidget *parent)
    : QComboBox(parent)
    , m_none(none)
    , m_values(std::move(values))
{
    constexpr int fewCharacters = 8;
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(fewCharacters);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addItem(all);
    connect(this, &QComboBox::currentIndexChanged, this, &ValueChoice::changed);
}

std::optional<QString> ValueChoice::value() const
{
    return currentIndex() > 0 ? std::optional(currentData().toString()) : std::nullopt;
}

void ValueChoice::setValue(const std::optional<QString> &value)
{
    if (!value)
        return setCurrentIndex(0);
    if (findData(*value) < 1)
        append(*value);
    setCurrentIndex(findData(*value));
}

void ValueChoice::showPopup()
{
    fill();
    // Wide enough for the names, however narrow the field is.
    constexpr int widest = 420;
    view()->setTextElideMode(Qt::ElideMiddle);
    view()->setMinimumWidth(qBound(width(), view()->sizeHintForColumn(0) + 32, qMax(widest, width())));
    QComboBox::showPopup();
}

void ValueChoice::focusInEvent(QFocusEvent *event)
{
    fill();
    QComboBox::focusInEvent(event);
}

//! What is chosen stays, whether it still occurs or not.
void ValueChoice::fill()
{
    const QSignalBlocker silent(this);
    const std::optional<QString> chosen = value();
    while (count() > 1)
        removeItem(1);
    const QStringList values = m_values();
    for (const QString &value : values)
        append(value);
    setValue(chosen);
}

void ValueChoice::append(const QString &value)
{
    addItem(value.isEmpty() ? m_none : oneLine(value), value);
}

} // namespace gatehouse
