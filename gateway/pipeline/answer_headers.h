// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/http/request_id.h"
#include "gateway/upstream/transfer.h"

#include <QByteArray>
#include <QString>

namespace gatehouse {

//! What the gateway adds to every answer (contract, section 3).
struct AnswerHeaders
{
    QByteArray requestId;
    bool anthropic = false; //!< its clients look for the id in `request-id`
    QString provider;       //!< empty: nobody was asked
    QByteArray model;
    QByteArray dropped; //!< what a translation left out, as Dropped::header(); empty: nothing
    int attempts = 0;
    double gatewayMs = 0;
    double upstreamMs = 0;
};

//! The header lines of an answer: the provider's that may pass, and our own.
QByteArray answerHeaders(const AnswerHeaders &own, const ReplyHead &head);

} // namespace gatehouse
