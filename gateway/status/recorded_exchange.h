// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace gatehouse {

//! What an answer says, whatever its dialect.
struct AnswerOutline
{
    struct Tool
    {
        QString name = {};
        QString arguments = {}; //!< JSON

        bool operator==(const Tool &) const = default;
    };
    QString text = {};
    QString reasoning = {};
    QList<Tool> tools = {};

    bool operator==(const AnswerOutline &) const = default;
};

//! A request and its answer, kept in memory because a person asked for it. Known keys are taken out.
struct RecordedExchange
{
    QByteArray requestId = {}; //!< UsageRecord::requestId
    QByteArray path = {};
    QByteArray query = {};   //!< raw, without a key
    QByteArray headers = {}; //!< those that shape the answer, `name: value\r\n` each
    QByteArray request = {}; //!< the client's body
    int status = 0;
    QByteArray answer = {}; //!< as the client got it
    bool cut = false;       //!< the request was not kept whole: too large, or not JSON
    bool cutAnswer = false; //!< the answer was not: too large, or not text
    AnswerOutline outline = {};
    QByteArray dropped = {}; //!< what a translation left out: names, with commas in between

    bool operator==(const RecordedExchange &) const = default;
};

//! What came of sending a recorded request again. Its figures are in the record of that requestId.
struct Resent
{
    RecordedExchange exchange = {};
    QString problem = {}; //!< why it could not be sent; empty if it was
};

} // namespace gatehouse
