// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/logging.h"

namespace gatehouse {

Q_LOGGING_CATEGORY(lcHttp, "gatehouse.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPipeline, "gatehouse.pipeline", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUpstream, "gatehouse.upstream", QtInfoMsg)
Q_LOGGING_CATEGORY(lcConfig, "gatehouse.config", QtInfoMsg)
Q_LOGGING_CATEGORY(lcKeys, "gatehouse.keys", QtInfoMsg)

} // namespace gatehouse
