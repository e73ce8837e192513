// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/status/alert.h"
#include "gateway/status/gateway_status.h"
#include "gateway/usage/usage_record.h"
#include "ui/theme/colors.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <optional>

namespace gatehouse {

//! Something that a person may want to know while the window is closed. Its texts are plain and short, and
//! hold no key and nothing of a request but the names of providers.
struct Notice
{
    QString cause; //!< what it is about, such as `down:openai`
    QString title;
    QString text;
    Tone tone = Tone::Neutral;
    bool lasts = false;  //!< told once, until one comes that ends it
    QString ends = {};   //!< told only if that cause was, and lasts
    QString echoes = {}; //!< not told within a minute of that cause, which says as much

    bool operator==(const Notice &) const = default;
};

//! Providers that are down, and those that are well: the gate knows which of it is new. One counts as down
//! when it is not to be asked: not while it merely asks for a pause.
QList<Notice> statusNotices(const GatewayStatus &status);

//! What a request that ended tells: a refused key, or that another provider took over. \a config gives the
//! names of the providers.
QList<Notice> recordNotices(const UsageRecord &record, const Config &config);

//! None for what is told from the status or a record already.
std::optional<Notice> alertNotice(const Alert &alert, const Config &config);

//! \a summary says what is wrong with the file.
Notice configNotice(const QString &summary);

//! \a owner as Program::portOwner() has it.
Notice portNotice(quint16 port, const QString &owner);

//! Lets notices through, at most one for each cause in a minute.
class NoticeGate final
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    //! Whether \a notice is to be told \a now; if so, it counts as told.
    bool admits(const Notice &notice, TimePoint now);

private:
    bool toldOfLate(const QString &cause, TimePoint now) const;

    QHash<QString, TimePoint> m_told;
    QSet<QString> m_lasting; //!< causes that were told, and last
};

} // namespace gatehouse
