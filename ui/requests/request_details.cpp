// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/request_details.h"

#include "gateway/status/recorded_exchange.h"
#include "ui/requests/body_view.h"
#include "ui/requests/details_content.h"
#include "ui/requests/facts_grid.h"
#include "ui/requests/outcome.h"
#include "ui/requests/record_text.h"
#include "ui/theme/icons.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/state_mark.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

RequestDetails::RequestDetails(QWidget *parent)
    : QWidget(parent)
    , m_mark(new StateMark)
    , m_title(new PlainLabel({}, PlainLabel::Title))
    , m_resend(new QPushButton(tr("Send a&gain…")))
    , m_forget(new QPushButton(tr("&Forget bodies")))
    , m_tabs(new QTabWidget)
    , m_scroll(new QScrollArea)
    , m_request(new BodyView(tr("Request")))
    , m_answer(new BodyView(tr("Answer")))
{
    m_title->setObjectName(u"requestTitle"_s);
    m_title->setMinimumWidth(1);
    m_resend->setObjectName(u"resend"_s);
    m_forget->setObjectName(u"forget"_s);
    m_tabs->setObjectName(u"detailsTabs"_s);
    m_tabs->setDocumentMode(true);
    auto *copy =
        new CopyButton(tr("Copy request id"), [this] { return QString::fromUtf8(m_record.requestId); });
    copy->setObjectName(u"copyId"_s);
    auto *close = new QToolButton;
    close->setObjectName(u"closeDetails"_s);
    close->setIcon(tintedIcon(u"close"_s));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close details"));
    close->setAccessibleName(close->toolTip());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_tabs->addTab(m_scroll, tr("&Details"));
    m_tabs->addTab(m_request, tr("Re&quest"));
    m_tabs->addTab(m_answer, tr("&Answer"));

    auto *head = new QHBoxLayout;
    head->addWidget(m_mark);
    head->addWidget(m_title, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_resend, m_forget, copy, close})
        head->addWidget(widget);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);
    connect(m_resend, &QPushButton::clicked, this, &RequestDetails::resendRequested);
    connect(m_forget, &QPushButton::clicked, this, &RequestDetails::forgetRequested);
    connect(close, &QToolButton::clicked, this, &RequestDetails::closeRequested);
}

void RequestDetails::setRequest(const UsageRecord &record, bool whole, const Config &config,
                                const RecordedExchange *exchange)
{
    const bool same = record.requestId == m_record.requestId && record.timeMs == m_record.timeMs;
    const int scrolled = same ? m_scroll->verticalScrollBar()->value() : 0;
    m_record = record;
    const Outcome outcome = outcomeOf(record);
    m_mark->set(toneOf(outcome), outcomeName(outcome));
    QStringList parts{outcomeName(outcome)};
    if (record.status > 0)
        parts.append(QString::number(record.status));
    if (!record.model.isEmpty())
        parts.append(oneLine(record.model, 40));
    m_title->setText(breakable(parts.join(u" · "_s)));
    QWidget *content = detailsContent(
        record, whole, config, [this](const Explanation &explanation) { Q_EMIT remedyChosen(explanation); });
    content->setAutoFillBackground(false);
    // The old one may be what was just clicked.
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    m_scroll->setWidget(content);
    m_scroll->verticalScrollBar()->setValue(scrolled);
    showBodies(exchange);
}

bool RequestDetails::showsBodies() const
{
    return m_tabs->isTabVisible(1);
}

void RequestDetails::showBodies(const RecordedExchange *exchange)
{
    m_resend->setVisible(exchange);
    m_resend->setEnabled(exchange && !exchange->cut); // what was not kept whole is not what was sent
    m_forget->setVisible(exchange);
    if (!exchange)
        m_tabs->setCurrentIndex(0);
    m_tabs->setTabVisible(1, exchange);
    m_tabs->setTabVisible(2, exchange);
    m_tabs->tabBar()->setVisible(exchange);
    m_request->setBody(exchange ? exchange->request : QByteArray(), exchange && exchange->cut);
    m_answer->setBody(exchange ? exchange->answer : QByteArray(), exchange && exchange->cutAnswer);
}

} // namespace gatehouse
