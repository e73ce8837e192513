// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_choices.h"

#include "ui/program.h"
#include "ui/usage/flow_layout.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

const auto rangeName = u"usage/range"_s;
const auto measureName = u"usage/measure"_s;
const auto byName = u"usage/by"_s;

QDateEdit *newDate(const QString &name)
{
    auto *edit = new QDateEdit(QDate::currentDate());
    edit->setKeyboardTracking(false); // half a date is none
    edit->setObjectName(name);
    edit->setCalendarPopup(true);
    edit->setKeyboardTracking(false);
    edit->setDateRange({2020, 1, 1}, QDate::currentDate().addYears(1));
    return edit;
}

} // namespace

UsageChoices::UsageChoices(Program &program, QWidget *parent)
    : QWidget(parent)
    , m_program(program)
    , m_layout(new FlowLayout(16, 8, this))
    , m_range(new QComboBox)
    , m_first(newDate(u"firstDay"_s))
    , m_last(newDate(u"lastDay"_s))
    , m_measure(new QComboBox)
    , m_by(new QComboBox)
{
    m_range->setObjectName(u"range"_s);
    m_range->addItems({tr("Today"), tr("Last 7 days"), tr("Last 30 days"), tr("Custom")});
    m_measure->setObjectName(u"measure"_s);
    m_measure->addItems(
        {tr("Requests"), tr("Tokens"), tr("Cost"), tr("Time to first byte"), tr("Error rate")});
    m_by->setObjectName(u"by"_s);
    m_by->addItems({tr("Nothing"), tr("Provider"), tr("Model"), tr("Client")});
    addField(tr("&Range:"), m_range);
    addField(tr("&From:"), m_first);
    addField(tr("&To:"), m_last);
    addField(tr("&Show:"), m_measure);
    addField(tr("&By:"), m_by);
    restore();

    connect(m_range, &QComboBox::currentIndexChanged, this, [this] {
        showDates();
        m_program.remember(rangeName, rangeText(range()));
        Q_EMIT questionChanged();
    });
    for (QDateEdit *edit : {m_first, m_last}) {
        connect(edit, &QDateEdit::dateChanged, this, [this, edit] {
            keepInOrder(*edit);
            m_program.remember(rangeName, rangeText(range()));
            Q_EMIT questionChanged();
        });
    }
    connect(m_by, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_program.remember(byName, index);
        Q_EMIT questionChanged();
    });
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_program.remember(measureName, index);
        Q_EMIT measureChanged();
    });
}

UsageRange UsageChoices::range() const
{
    return {UsageRange::Kind(m_range->currentIndex()), m_first->date(), m_last->date()};
}

Measure UsageChoices::measure() const
{
    return Measure(m_measure->currentIndex());
}

QString UsageChoices::measureText() const
{
    return m_measure->currentText();
}

UsageKey UsageChoices::by() const
{
    return UsageKey(m_by->currentIndex());
}

void UsageChoices::setRange(const UsageRange &range)
{
    if (range.kind == UsageRange::Custom) {
        m_first->setDate(range.first);
        m_last->setDate(range.last);
    }
    m_range->setCurrentIndex(range.kind);
}

//! The other day goes along, for all to see.
void UsageChoices::keepInOrder(const QDateEdit &changed)
{
    QDateEdit *other = &changed == m_first ? m_last : m_first;
    const QSignalBlocker blocker(other);
    if (m_first->date() > m_last->date())
        other->setDate(changed.date());
}

void UsageChoices::addField(const QString &text, QWidget *field)
{
    auto *group = new QWidget;
    auto *row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto *label = new QLabel(text);
    label->setBuddy(field);
    row->addWidget(label);
    row->addWidget(field);
    m_layout->addWidget(group);
}

void UsageChoices::showDates()
{
    for (QDateEdit *edit : {m_first, m_last})
        edit->parentWidget()->setVisible(m_range->currentIndex() == UsageRange::Custom);
    m_layout->invalidate();
    updateGeometry();
}

void UsageChoices::restore()
{
    m_first->setDate(QDate::currentDate().addDays(-6));
    setRange(rangeFromText(m_program.remembered(rangeName).toString()));
    m_measure->setCurrentIndex(
        std::clamp(m_program.remembered(measureName).toInt(), 0, m_measure->count() - 1));
    m_by->setCurrentIndex(std::clamp(m_program.remembered(byName).toInt(), 0, m_by->count() - 1));
    showDates();
}

} // namespace gatehouse
