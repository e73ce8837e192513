// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/usage/usage_record.h"
#include "ui/requests/explanation.h"

#include <QWidget>

class QPushButton;
class QScrollArea;
class QTabWidget;

namespace gatehouse {

class BodyView;
class PlainLabel;
class StateMark;
struct RecordedExchange;

//! All about one request; with its bodies where they were recorded.
class RequestDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit RequestDetails(QWidget *parent = nullptr);

    //! \a whole: more is not on its way. \a exchange is null where no bodies were recorded. The place in the
    //! text stays if it is the same request.
    void setRequest(const UsageRecord &record, bool whole, const Config &config,
                    const RecordedExchange *exchange);
    bool showsBodies() const;

Q_SIGNALS:
    void remedyChosen(const gatehouse::Explanation &explanation);
    void resendRequested();
    void forgetRequested();
    void closeRequested();

private:
    void showBodies(const RecordedExchange *exchange);

    UsageRecord m_record;
    StateMark *m_mark;
    PlainLabel *m_title;
    QPushButton *m_resend;
    QPushButton *m_forget;
    QTabWidget *m_tabs;
    QScrollArea *m_scroll;
    BodyView *m_request;
    BodyView *m_answer;
};

} // namespace gatehouse
