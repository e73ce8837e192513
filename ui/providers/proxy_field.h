// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace gatehouse {

class FieldNote;

//! Through which proxy a provider is reached: Provider::proxy.
class ProxyField final : public QWidget
{
    Q_OBJECT

public:
    explicit ProxyField(QWidget *parent = nullptr);

    void setProxy(const QString &proxy);
    QString proxy() const;
    void showProblem(const QString &message);

Q_SIGNALS:
    void changed();

private:
    QComboBox *m_kind;
    QLineEdit *m_address;
    FieldNote *m_note;
};

} // namespace gatehouse
