// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plain_tip.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

QString plainTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return "<qt><p style=\"white-space: pre-wrap\">"_L1 + text.toHtmlEscaped() + "</p></qt>"_L1;
}

} // namespace gatehouse
