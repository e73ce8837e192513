// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/capabilities.h"

#include <QObject>

namespace gatehouse {

//! Who asks a model what it can do: the gateway, or a stand-in for it in tests.
class SelfTester : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! What was found out so far, in no order. Valid until sheetsChanged().
    virtual const QList<CapabilitySheet> &sheets() const = 0;
    virtual SelfTestEstimate estimate(const QString &provider, const QString &model) const = 0;
    //! Returns the number that answered() and finished() will carry.
    virtual quint64 run(const QString &provider, const QString &model) = 0;
    //! No signal comes for \a number any more.
    virtual void cancel(quint64 number) = 0;

Q_SIGNALS:
    void answered(quint64 number, gatehouse::Feature feature, const gatehouse::FeatureResult &result);
    void finished(quint64 number, const gatehouse::CapabilitySheet &sheet);
    void sheetsChanged();
};

} // namespace gatehouse
