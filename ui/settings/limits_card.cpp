// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/limits_card.h"

#include <QFormLayout>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr int secondsOfDay = 86'400;

//! Rounded up: what is shown is never less than what is let through.
int mebibytes(qint64 bytes)
{
    return int((bytes + mebibyte - 1) / mebibyte);
}

QSpinBox *addNumber(QFormLayout &form, const QString &label, const QString &name, int least, int most)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
    form.addRow(label, box);
    return box;
}

} // namespace

LimitsCard::LimitsCard(const Context &context, QWidget *parent)
    : EditedCard(context, tr("More"), tr("Appl&y"), tr("Rever&t"), parent)
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    m_body = addNumber(*form, tr("Largest re&quest:"), u"maxBody"_s, 1, 1024);
    m_body->setSuffix(tr(" MiB"));
    m_connections = addNumber(*form, tr("&Connections at once:"), u"maxConnections"_s, 1, 65'535);
    m_health = addNumber(*form, tr("C&heck providers every:"), u"healthInterval"_s, 0, secondsOfDay);
    m_health->setSuffix(tr(" s"));
    m_health->setSpecialValueText(tr("Never"));
    m_health->setToolTip(tr("How often providers are asked whether they answer. It costs no tokens."));
    m_cooldown = addNumber(*form, tr("Longest &break for a provider:"), u"cooldownMax"_s, 0, secondsOfDay);
    m_cooldown->setSuffix(tr(" s"));
    m_cooldown->setSpecialValueText(tr("None"));
    m_cooldown->setToolTip(tr("How long a provider that fails, or asks to wait, is left alone at most."));
    m_keep = addNumber(*form, tr("&Keep usage for:"), u"keepDays"_s, 0, 36'500);
    m_keep->setSuffix(tr(" days"));
    body()->addLayout(form);
    const std::initializer_list<QSpinBox *> boxes = {m_body, m_connections, m_health, m_cooldown, m_keep};
    int width = 0;
    for (QSpinBox *box : boxes) {
        width = std::max(width, box->sizeHint().width());
        connect(box, &QSpinBox::valueChanged, this, &LimitsCard::edited);
    }
    for (QSpinBox *box : boxes)
        box->setMinimumWidth(width);
    begin();
}

void LimitsCard::fill(const Config &config)
{
    m_body->setValue(mebibytes(config.listener.maxBodyBytes));
    m_connections->setValue(config.listener.maxConnections);
    m_health->setValue(int(config.healthInterval.count()));
    m_cooldown->setValue(int(config.cooldownMax.count()));
    m_keep->setValue(config.usageKeepDays);
}

void LimitsCard::read(Config &config) const
{
    // A file may have a number of bytes that this field cannot show.
    if (m_body->value() != mebibytes(config.listener.maxBodyBytes))
        config.listener.maxBodyBytes = m_body->value() * mebibyte;
    config.listener.maxConnections = m_connections->value();
    config.healthInterval = std::chrono::seconds(m_health->value());
    config.cooldownMax = std::chrono::seconds(m_cooldown->value());
    config.usageKeepDays = m_keep->value();
}

void LimitsCard::copyPart(const Config &from, Config &to) const
{
    to.listener.maxBodyBytes = from.listener.maxBodyBytes;
    to.listener.maxConnections = from.listener.maxConnections;
    to.healthInterval = from.healthInterval;
    to.cooldownMax = from.cooldownMax;
    to.usageKeepDays = from.usageKeepDays;
}

} // namespace gatehouse
