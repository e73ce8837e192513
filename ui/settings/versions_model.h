// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/program.h"

#include <QAbstractTableModel>

namespace gatehouse {

//! The configurations that were kept, as a table.
class VersionsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Size, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setVersions(const QList<ConfigVersion> &versions);
    const QList<ConfigVersion> &versions() const { return m_versions; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ConfigVersion> m_versions;
};

//! When it was the configuration, as a person says it.
QString versionName(const ConfigVersion &version);

} // namespace gatehouse
