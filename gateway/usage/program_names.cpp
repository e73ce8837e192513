// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/program_names.h"

#include "gateway/usage/proc_scan.h"
#include "gateway/usage/proc_text.h"

namespace gatehouse {
namespace {

constexpr qsizetype mostNames = 1024;
constexpr qsizetype longestText = 4096;

} // namespace

QString ProgramNames::nameOf(int process, TimePoint now)
{
    const QByteArray folder = m_root + '/' + QByteArray::number(process);
    const auto started = readStartTime(readProcFile(folder + "/stat", longestText));
    if (!started)
        return {};
    const auto known = m_known.constFind(process);
    if (known != m_known.cend() && known->started == *started && now - known->read < goodFor)
        return known->name;
    const QByteArray name = programName(readProcFile(folder + "/comm", longestText),
                                        readProcFile(folder + "/cmdline", longestText));
    if (m_known.size() > mostNames)
        m_known.clear();
    return m_known.insert(process, Known{*started, QString::fromUtf8(name), now})->name;
}

} // namespace gatehouse
