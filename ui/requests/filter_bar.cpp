// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/filter_bar.h"

#include "ui/requests/occurring.h"
#include "ui/requests/requests_model.h"
#include "ui/requests/value_choice.h"
#include "ui/widgets/plain_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

FilterBar::FilterBar(const RequestsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_provider(new ValueChoice(tr("All providers"), tr("No provider"),
                                 [&model] { return occurringProviders(model); }))
    , m_model(new ValueChoice(tr("All models"), tr("No model"), [&model] { return occurringModels(model); }))
    , m_caller(new ValueChoice(tr("All callers"), tr("Unknown caller"),
                               [&model] { return occurringCallers(model); }))
    , m_outcome(new QComboBox)
    , m_text(new QLineEdit)
    , m_count(new PlainLabel({}, PlainLabel::Muted))
    , m_clear(new QPushButton(tr("C&lear")))
    , m_lines(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    m_provider->setObjectName(u"providerFilter"_s);
    m_provider->setAccessibleName(tr("Show requests of this provider"));
    m_model->setObjectName(u"modelFilter"_s);
    m_model->setAccessibleName(tr("Show requests for this model"));
    m_caller->setObjectName(u"callerFilter"_s);
    m_caller->setAccessibleName(tr("Show requests of this caller"));
    m_outcome->setObjectName(u"outcomeFilter"_s);
    m_outcome->setAccessibleName(tr("Show requests that ended so"));
    m_outcome->addItem(tr("All results"));
    for (const Outcome outcome : {Outcome::Good, Outcome::Failed, Outcome::Left})
        m_outcome->addItem(outcomeName(outcome), int(outcome));
    m_outcome->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_outcome->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_outcome->setMinimumContentsLength(8);
    m_text->setObjectName(u"textFilter"_s);
    m_text->setPlaceholderText(tr("Search ids, paths, models, errors"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(140);
    m_count->setObjectName(u"filterCount"_s);
    m_count->setWordWrap(false);
    m_clear->setObjectName(u"clearFilter"_s);

    auto *choices = new QHBoxLayout;
    for (QComboBox *choice : std::initializer_list<QComboBox *>{m_provider, m_model, m_caller, m_outcome}) {
        choices->addWidget(choice, 1);
        connect(choice, &QComboBox::currentIndexChanged, this, &FilterBar::onChanged);
    }
    auto *words = new QHBoxLayout;
    words->addWidget(m_text, 1);
    words->addWidget(m_count);
    words->addWidget(m_clear);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(8);
    m_lines->addLayout(choices, 1);
    m_lines->addLayout(words, 1);
    connect(m_text, &QLineEdit::textChanged, this, &FilterBar::onChanged);
    connect(m_clear, &QPushButton::clicked, this, [this] { setFilter({}); });
    onChanged();
}

RequestsFilter FilterBar::filter() const
{
    RequestsFilter filter{
        m_provider->value(), m_model->value(), m_caller->value(), {}, m_text->text().trimmed()};
    if (m_outcome->currentIndex() > 0)
        filter.outcome = Outcome(m_outcome->currentData().toInt());
    return filter;
}

void FilterBar::setFilter(const RequestsFilter &filter)
{
    m_setting = true;
    m_provider->setValue(filter.provider);
    m_model->setValue(filter.model);
    m_caller->setValue(filter.caller);
    m_outcome->setCurrentIndex(filter.outcome ? m_outcome->findData(int(*filter.outcome)) : 0);
    m_text->setText(filter.text);
    m_setting = false;
    onChanged();
}

void FilterBar::onChanged()
{
    if (m_setting)
        return;
    m_clear->setEnabled(filter() != RequestsFilter{});
    Q_EMIT changed();
}

void FilterBar::showCount(int shown, int all)
{
    const QLocale locale;
    m_count->setText(shown == all ? tr("Requests: %1").arg(locale.toString(all))
                                  : tr("%1 of %2").arg(locale.toString(shown), locale.toString(all)));
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int enoughForOneLine = 860;
    m_lines->setDirection(width() < enoughForOneLine ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace gatehouse
