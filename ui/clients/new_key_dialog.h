// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDialog>

namespace gatehouse {

//! Shows a client key, this once, and how it is used. The key is gone when the dialog is.
class NewKeyDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a baseUrl without a path, as LiveStatus::baseUrl(); empty while the gateway does not listen.
    NewKeyDialog(const QString &client, const QByteArray &key, const QString &baseUrl,
                 QWidget *parent = nullptr);
    ~NewKeyDialog() override;

private:
    QByteArray m_key;
};

} // namespace gatehouse
