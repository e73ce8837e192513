// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connect/app_setup.h"

#include <QAbstractListModel>

namespace gatehouse {

//! The applications with how they stand: those that are connected first, then those that are installed.
class AppsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    struct Row
    {
        const ConnectableApp *app = nullptr;
        AppPresence presence = {};
        std::optional<AppConnection> connection = {};
        bool isStale = false; //!< as AppSetup::isStale()
        bool isMoved = false; //!< because of its address
    };

    //! Looks where everything stands now.
    void look(const AppSetup &setup);
    const Row &row(int index) const { return m_rows[index]; }
    //! The row of that app, or -1.
    int indexOf(const QString &app) const;
    //! How it stands, in a few words.
    static QString stateText(const Row &row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Row> m_rows;
};

} // namespace gatehouse
