// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/access.h"
#include "connect/app.h"
#include "gateway/config/config.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace gatehouse {

class PlainLabel;

//! Which model an application is to ask for, and with which client key.
class AccessForm final : public QWidget
{
    Q_OBJECT

public:
    explicit AccessForm(QWidget *parent = nullptr);

    //! For \a app; \a chosen is the model that it has now, if any. Forgets a key that stood there.
    void begin(const ConnectableApp &app, const Config &config, const QString &chosen);
    //! The names of \a config and whether a key is needed; what was chosen or typed stays.
    void refresh(const Config &config);
    void setKey(const QString &key);
    void forgetKey();

    QString model() const;
    QString key() const;

Q_SIGNALS:
    void changed();
    //! A key is to be made for the application.
    void keyRequested();

private:
    bool m_insists = false;
    QStringList m_names; //!< that can be chosen
    QComboBox *m_model;
    QLineEdit *m_key;
    QPushButton *m_make;
    QWidget *m_keyRow;
    PlainLabel *m_keyNote;
};

} // namespace gatehouse
