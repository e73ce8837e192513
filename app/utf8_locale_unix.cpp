// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/utf8_locale.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <clocale>

namespace gatehouse {

void preferUtf8()
{
    const QByteArrayView chosen = std::setlocale(LC_CTYPE, "");
    if (chosen == "C" || chosen == "POSIX")
        qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
}

} // namespace gatehouse
