// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace gatehouse {

//! What a client may ask for: any model, or names and patterns, a line each.
class AllowList final : public QWidget
{
    Q_OBJECT

public:
    //! \a config for the names that can be picked.
    AllowList(const Config &config, const QStringList &models, QWidget *parent = nullptr);

    QStringList models() const;
    void focusNames();

private:
    void pick();
    void addNames(const QStringList &names);

    Config m_config;
    QRadioButton *m_any;
    QRadioButton *m_some;
    QPlainTextEdit *m_names;
    QPushButton *m_pick;
};

} // namespace gatehouse
