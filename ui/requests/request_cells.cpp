// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/request_cells.h"

#include "ui/requests/outcome.h"
#include "ui/requests/record_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct RequestsModelWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::RequestsModel)
};

QString orNone(const QString &text)
{
    return text.isEmpty() ? noValue() : text;
}

} // namespace

QString cellText(const UsageRecord &record, RequestsModel::Column column)
{
    switch (column) {
    case RequestsModel::Time:
        return timeText(record.timeMs, QDateTime::currentDateTime());
    case RequestsModel::Status:
        return record.status > 0 ? QString::number(record.status) : noValue();
    case RequestsModel::Model:
        return orNone(oneLine(record.model));
    case RequestsModel::AnsweredBy:
        return orNone(oneLine(answeredBy(record)));
    case RequestsModel::Caller:
        return orNone(oneLine(callerOf(record)));
    case RequestsModel::Tokens:
        return tokensText(record);
    case RequestsModel::Cost:
        return costText(record.costUsd);
    case RequestsModel::FirstByte:
        return durationText(record.firstByteMs);
    case RequestsModel::Total:
        return durationText(record.totalMs);
    case RequestsModel::ColumnCount:
        break;
    }
    return {};
}

QString cellTip(const UsageRecord &record, RequestsModel::Column column)
{
    const QString text = cellText(record, column);
    switch (column) {
    case RequestsModel::Time:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(record.timeMs), QLocale::LongFormat);
    case RequestsModel::Status:
        return outcomeName(outcomeOf(record)) +
               (record.errorCode.isEmpty() ? QString() : QString(u": "_s + oneLine(record.errorCode)));
    case RequestsModel::Caller:
        if (record.client.isEmpty() && !record.program.isEmpty())
            return RequestsModelWords::tr("%1, a program that sent no client key").arg(text);
        return text;
    case RequestsModel::Tokens:
        return record.tokensEstimated ? RequestsModelWords::tr("Estimated: the provider told no usage")
                                      : text;
    case RequestsModel::Cost:
        return record.costUsd ? text : RequestsModelWords::tr("The cost is not known");
    default:
        return text;
    }
}

QVariant cellOrder(const UsageRecord &record, RequestsModel::Column column)
{
    switch (column) {
    case RequestsModel::Time:
        return record.timeMs;
    case RequestsModel::Status:
        return record.status;
    case RequestsModel::Tokens:
        return record.tokens ? record.tokens->input + record.tokens->output : -1;
    case RequestsModel::Cost:
        return record.costUsd.value_or(-1);
    case RequestsModel::FirstByte:
        return record.firstByteMs;
    case RequestsModel::Total:
        return record.totalMs;
    default:
        return cellText(record, column);
    }
}

QString columnTitle(RequestsModel::Column column)
{
    switch (column) {
    case RequestsModel::Time:
        return RequestsModelWords::tr("Time");
    case RequestsModel::Status:
        return RequestsModelWords::tr("Status");
    case RequestsModel::Model:
        return RequestsModelWords::tr("Asked for");
    case RequestsModel::AnsweredBy:
        return RequestsModelWords::tr("Answered by");
    case RequestsModel::Caller:
        return RequestsModelWords::tr("Caller");
    case RequestsModel::Tokens:
        return RequestsModelWords::tr("Tokens in / out");
    case RequestsModel::Cost:
        return RequestsModelWords::tr("Cost");
    case RequestsModel::FirstByte:
        return RequestsModelWords::tr("First byte");
    case RequestsModel::Total:
        return RequestsModelWords::tr("Total");
    case RequestsModel::ColumnCount:
        break;
    }
    return {};
}

} // namespace gatehouse
