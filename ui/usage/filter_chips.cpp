// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/filter_chips.h"

#include "ui/theme/icons.h"
#include "ui/usage/flow_layout.h"
#include "ui/usage/usage_names.h"
#include "ui/widgets/plain_tip.h"

#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int longestChip = 320; //!< pixels

} // namespace

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(6, 6, this))
{
    setAccessibleName(tr("Filters"));
    hide();
}

void FilterChips::setFilter(const UsageFilter &filter, const Config &config)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    UsageFilter copy = filter;
    for (const UsageKey by : {UsageKey::Provider, UsageKey::Model, UsageKey::Caller}) {
        const std::optional<QString> &key = *filterField(copy, by);
        if (!key)
            continue;
        const QString text = tr("%1: %2").arg(usageKeyText(by), usageName(by, *key, config));
        auto *chip = new QToolButton;
        chip->setObjectName(u"filterChip"_s);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setIcon(tintedIcon(u"close"_s));
        chip->setIconSize({12, 12});
        const QString shown = fontMetrics().elidedText(text, Qt::ElideMiddle, longestChip);
        chip->setText(QString(shown).replace(u'&', u"&&"_s));
        chip->setAccessibleName(tr("Remove filter %1").arg(text));
        chip->setToolTip(plainTip(tr("Remove this filter: %1").arg(text)));
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(chip, &QToolButton::clicked, this, [this, by] { Q_EMIT removed(by); });
        m_layout->addWidget(chip);
    }
    setVisible(m_layout->count() > 0);
    updateGeometry();
}

} // namespace gatehouse
