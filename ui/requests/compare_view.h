// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/recorded_exchange.h"
#include "gateway/usage/usage_record.h"

#include <QWidget>

#include <optional>

class QTabWidget;

namespace gatehouse {

class ComparedText;
class FiguresGrid;

//! Two answers to one request, side by side: figures, text, reasoning, tool calls, and all as it came.
class CompareView final : public QWidget
{
    Q_OBJECT

public:
    explicit CompareView(QWidget *parent = nullptr);

    //! An answer, with its record where that is known.
    struct Side
    {
        QString title = {}; //!< who answered
        RecordedExchange exchange = {};
        std::optional<UsageRecord> record = {};
    };
    void setFirst(const Side &side);
    //! None: there is no new answer yet.
    void setSecond(const std::optional<Side> &side);

private:
    void refresh();

    enum Part { Text, Reasoning, Tools, Whole, PartCount };
    static QString partName(int part);
    static QString partOf(const RecordedExchange &exchange, int part);

    Side m_first;
    std::optional<Side> m_second;
    FiguresGrid *m_figures;
    QTabWidget *m_tabs;
    ComparedText *m_parts[PartCount];
};

} // namespace gatehouse
