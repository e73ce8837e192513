// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/requests/compare_view.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>

class QComboBox;
class QPushButton;

namespace gatehouse {

class Banner;
class PlainLabel;
class RequestsModel;
struct Resent;

//! Sends a recorded request again, to whom a person chooses, and shows the new answer beside the first.
class ResendDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a first is what was recorded; its record, and that of the new answer, are looked up in \a requests.
    ResendDialog(const Context &context, const RequestsModel &requests, const RecordedExchange &first,
                 QWidget *parent = nullptr);
    ~ResendDialog() override;

private:
    void done(int result) override;
    void makeChoice();
    void makeWaiting();
    void send();
    void cancel();
    void endWaiting();
    void onResent(quint64 number, const Resent &resent);
    void onRecorded(const UsageRecord &record);
    void showElapsed();

    Context m_context;
    const RequestsModel &m_requests;
    RecordedExchange m_exchange;
    std::optional<quint64> m_running; //!< the number of what is asked now
    std::optional<CompareView::Side> m_second;
    QElapsedTimer m_since;
    QTimer m_tick;
    QComboBox *m_model;
    QPushButton *m_send;
    Banner *m_problem;
    QWidget *m_waiting;
    PlainLabel *m_waitingText;
    QPushButton *m_cancel;
    CompareView *m_compare;
};

} // namespace gatehouse
