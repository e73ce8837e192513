// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/versions_model.h"

#include <QLocale>

namespace gatehouse {

QString versionName(const ConfigVersion &version)
{
    const QDateTime time = version.time.toLocalTime();
    return QLocale().toString(time.date(), QLocale::ShortFormat) + time.time().toString(u" HH:mm:ss");
}

void VersionsModel::setVersions(const QList<ConfigVersion> &versions)
{
    beginResetModel();
    m_versions = versions;
    endResetModel();
}

int VersionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size());
}

int VersionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant VersionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_versions.size() || role != Qt::DisplayRole)
        return {};
    const ConfigVersion &version = m_versions[index.row()];
    return index.column() == Time ? versionName(version) : QLocale().formattedDataSize(version.bytes);
}

QVariant VersionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Time ? tr("Saved") : tr("Size");
}

} // namespace gatehouse
