// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "ui/provider_field.h"

#include <QScrollArea>

class QCheckBox;
class QVBoxLayout;

namespace gatehouse {

class ClientLimitsForm;
class HeaderTable;
class ProxyField;
class TimingForm;
class WheelGuard;

//! What a provider has sensible values for: limits, time-outs, retries, proxy, extra headers.
class AdvancedTab final : public QScrollArea
{
    Q_OBJECT

public:
    explicit AdvancedTab(QWidget *parent = nullptr);

    void setProvider(const Provider &provider);
    //! Puts what stands here into \a provider.
    void fill(Provider &provider) const;

    //! Whether \a field, such as `proxy`, is one of these; then it says what is wrong with it.
    bool showProblem(const QString &field, const QString &message);
    //! Scrolls to \a field, if it is one of these.
    void bringIntoView(ProviderField field);

Q_SIGNALS:
    //! The way to the provider, or what is sent along to it, is another.
    void wayChanged();

private:
    void bringIntoView(QWidget *part);

    ClientLimitsForm *m_limits; //!< made anew for each provider
    QVBoxLayout *m_layout;
    TimingForm *m_timing;
    QCheckBox *m_usage;
    ProxyField *m_proxy;
    HeaderTable *m_headers;
    WheelGuard *m_wheel;
};

} // namespace gatehouse
