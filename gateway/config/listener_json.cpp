// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/fields.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

void readFields(ObjectReader &reader, Listener &listener)
{
    reader.read("host"_L1, listener.host);
    reader.read("port"_L1, listener.port);
    reader.read("maxBodyBytes"_L1, listener.maxBodyBytes);
    reader.read("maxConnections"_L1, listener.maxConnections);
    reader.read("allowedOrigins"_L1, listener.allowedOrigins);
    reader.read("allowedHosts"_L1, listener.allowedHosts);
}

} // namespace gatehouse
