// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/advanced_tab.h"

#include "ui/clients/client_limits_form.h"
#include "ui/providers/header_table.h"
#include "ui/providers/proxy_field.h"
#include "ui/providers/timing_form.h"
#include "ui/widgets/wheel_guard.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

AdvancedTab::AdvancedTab(QWidget *parent)
    : QScrollArea(parent)
    , m_limits(new ClientLimitsForm({}))
    , m_timing(new TimingForm)
    , m_usage(new QCheckBox(tr("Ask for &usage figures in streams")))
    , m_proxy(new ProxyField)
    , m_headers(new HeaderTable)
    , m_wheel(new WheelGuard(this))
{
    m_usage->setObjectName(u"streamUsage"_s);
    m_usage->setToolTip(
        tr("So that tokens are counted also where an app does not ask for them. Switch it off "
           "for a provider that refuses it."));
    auto *inner = new QWidget;
    m_layout = new QVBoxLayout(inner);
    auto *form = new QFormLayout;
    form->addRow(tr("Pro&xy:"), m_proxy);
    m_layout->addLayout(form);
    m_layout->addWidget(m_usage);
    m_layout->addWidget(m_limits);
    m_layout->addWidget(m_timing);
    m_layout->addWidget(m_headers);
    m_layout->addStretch(1);
    setWidget(inner);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    connect(m_proxy, &ProxyField::changed, this, &AdvancedTab::wayChanged);
    connect(m_headers, &HeaderTable::changed, this, &AdvancedTab::wayChanged);
}

void AdvancedTab::setProvider(const Provider &provider)
{
    delete m_limits;
    m_limits = new ClientLimitsForm(provider.limits);
    m_layout->insertWidget(m_layout->indexOf(m_timing), m_limits);
    QWidget *before = m_usage;
    for (QDoubleSpinBox *field : m_limits->findChildren<QDoubleSpinBox *>()) {
        QWidget::setTabOrder(before, field);
        before = field;
    }
    m_timing->setTiming(provider.timeouts, provider.retry);
    m_usage->setChecked(provider.streamUsage == StreamUsage::Ask);
    m_proxy->setProxy(provider.proxy);
    m_headers->setHeaders(provider.headers);
    m_wheel->guard(*this);
}

void AdvancedTab::fill(Provider &provider) const
{
    provider.limits = m_limits->limits();
    provider.timeouts = m_timing->timeouts();
    provider.retry = m_timing->retry();
    provider.streamUsage = m_usage->isChecked() ? StreamUsage::Ask : StreamUsage::AsIs;
    provider.proxy = m_proxy->proxy();
    provider.headers = m_headers->headers();
}

//! Once what is said there has its place.
void AdvancedTab::bringIntoView(ProviderField field)
{
    switch (field) {
    case ProviderField::Limits:
        return bringIntoView(m_limits);
    case ProviderField::Timeouts:
        return bringIntoView(m_timing);
    case ProviderField::Proxy:
        return bringIntoView(m_proxy);
    case ProviderField::Address:
    case ProviderField::Key:
        break;
    }
}

void AdvancedTab::bringIntoView(QWidget *part)
{
    QMetaObject::invokeMethod(
        this, [this, part] { ensureWidgetVisible(part); }, Qt::QueuedConnection);
}

bool AdvancedTab::showProblem(const QString &field, const QString &message)
{
    const QString name = field.section(u'/', 0, 0);
    if (name == "proxy"_L1) {
        m_proxy->showProblem(message);
        bringIntoView(m_proxy);
        return true;
    }
    if (name == "headers"_L1) {
        m_headers->showProblem();
        bringIntoView(m_headers);
        return true;
    }
    return false;
}

} // namespace gatehouse
