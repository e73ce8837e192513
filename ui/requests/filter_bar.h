// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/requests_filter.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace gatehouse {

class PlainLabel;
class RequestsModel;
class ValueChoice;

//! The fields that say which requests are shown, and how many those are.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(const RequestsModel &model, QWidget *parent = nullptr);

    RequestsFilter filter() const;
    void setFilter(const RequestsFilter &filter);
    void showCount(int shown, int all);
    void focusText();

Q_SIGNALS:
    void changed();

private:
    void resizeEvent(QResizeEvent *event) override;
    void onChanged();

    ValueChoice *m_provider;
    ValueChoice *m_model;
    ValueChoice *m_caller;
    QComboBox *m_outcome;
    QLineEdit *m_text;
    PlainLabel *m_count;
    QPushButton *m_clear;
    QBoxLayout *m_lines;
    bool m_setting = false;
};

} // namespace gatehouse
