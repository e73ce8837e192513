// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/preset_list.h"

#include "gateway/config/presets.h"
#include "ui/providers/new_provider.h"

#include <QFont>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLocale>
#include <QSize>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

PresetList::PresetList(QObject *parent)
    : QAbstractListModel(parent)
{
    build();
}

void PresetList::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    build();
}

void PresetList::setRunning(const QStringList &ids)
{
    m_running = ids;
    build();
}

void PresetList::build()
{
    beginResetModel();
    m_rows.clear();
    QList<const Preset *> running;
    for (const QString &id : std::as_const(m_running)) {
        if (const Preset *preset = findPreset(id); preset && matches(*preset))
            running.append(preset);
    }
    addGroup(tr("Found on this machine"), running);
    const bool chinaFirst = QLocale().language() == QLocale::Chinese;
    const auto addChina = [this] { addGroup(tr("China"), ofRegion(u"cn"_s)); };
    if (chinaFirst)
        addChina();
    addGroup(tr("International"), ofRegion(u"global"_s));
    if (!chinaFirst)
        addChina();
    addGroup(tr("Servers for this machine"), ofRegion(u"local"_s));
    m_rows.append({tr("Something else"), nullptr, true});
    m_rows.append({tr("Custom provider"), nullptr, false});
    endResetModel();
}

void PresetList::addGroup(const QString &title, const QList<const Preset *> &members)
{
    if (members.isEmpty())
        return;
    m_rows.append({title, nullptr, true});
    for (const Preset *preset : members)
        m_rows.append({presetName(*preset), preset, false});
}

QList<const Preset *> PresetList::ofRegion(const QString &region) const
{
    QList<const Preset *> members;
    for (const Preset &preset : presets()) {
        if (preset.region == region && matches(preset) && !m_running.contains(preset.provider.id))
            members.append(&preset);
    }
    return members;
}

bool PresetList::matches(const Preset &preset) const
{
    const QStringList words{preset.provider.name, preset.nameZh, preset.provider.id, preset.provider.baseUrl};
    return std::any_of(words.cbegin(), words.cend(),
                       [&](const QString &word) { return word.contains(m_filter, Qt::CaseInsensitive); });
}

int PresetList::firstChoice() const
{
    const auto it = std::find_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return !row.heading; });
    return int(it - m_rows.cbegin());
}

int PresetList::rowOf(const QString &preset) const
{
    const auto it = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &row) {
        return !row.heading && (row.preset ? row.preset->provider.id : QString()) == preset;
    });
    return it == m_rows.cend() ? -1 : int(it - m_rows.cbegin());
}

int PresetList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PresetList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case PresetRole:
        return row.preset ? row.preset->provider.id : QString();
    case Qt::ToolTipRole:
        return row.preset ? row.preset->provider.baseUrl : QString();
    case Qt::SizeHintRole:
        return QSize(0, QFontMetrics(QGuiApplication::font()).height() + 8);
    case Qt::FontRole:
        if (row.heading) {
            QFont bold;
            bold.setWeight(QFont::DemiBold);
            return bold;
        }
        return {};
    default:
        return {};
    }
}

Qt::ItemFlags PresetList::flags(const QModelIndex &index) const
{
    const bool heading = index.isValid() && m_rows[index.row()].heading;
    return heading ? Qt::ItemFlags(Qt::ItemNeverHasChildren) : QAbstractListModel::flags(index);
}

} // namespace gatehouse
