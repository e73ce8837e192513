// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/apps_model.h"

#include "ui/widgets/plain_tip.h"
#include "ui/widgets/state_mark.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

int rank(const AppsModel::Row &row)
{
    if (row.connection)
        return 0;
    if (row.app->kind == ConnectableApp::Kind::File)
        return row.presence.installed ? 1 : 2;
    return 3;
}

Tone toneOf(const AppsModel::Row &row)
{
    if (row.connection)
        return row.isStale ? Tone::Warning : Tone::Good;
    return row.app->kind == ConnectableApp::Kind::Unreachable ? Tone::Bad : Tone::Neutral;
}

} // namespace

void AppsModel::look(const AppSetup &setup)
{
    const QString url = setup.url();
    QList<Row> rows;
    for (const ConnectableApp &app : connectableApps()) {
        Row row{&app, setup.connections().presence(app), setup.connections().connection(app.id)};
        row.isStale = row.connection && setup.isStale(*row.connection);
        row.isMoved = row.isStale && !url.isEmpty() && row.connection->url != url;
        rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return rank(a) < rank(b); });
    const auto sameOrder = [](const Row &a, const Row &b) { return a.app == b.app; };
    if (rows.size() == m_rows.size() && std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), sameOrder)) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int AppsModel::indexOf(const QString &app) const
{
    const auto it =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &row) { return row.app->id == app; });
    return it == m_rows.cend() ? -1 : int(it - m_rows.cbegin());
}

QString AppsModel::stateText(const Row &row)
{
    if (row.isMoved)
        return tr("Still asks %1").arg(row.connection->url);
    if (row.isStale)
        return tr("Its client key is not taken");
    if (row.connection)
        return row.connection->model.isEmpty() ? tr("Connected")
                                               : tr("Connected, model %1").arg(row.connection->model);
    switch (row.app->kind) {
    case ConnectableApp::Kind::File:
        return row.presence.installed ? tr("Installed") : tr("Not installed");
    case ConnectableApp::Kind::Unreachable:
        return tr("Cannot reach this machine");
    case ConnectableApp::Kind::ByHand:
        break;
    }
    return tr("Settings to copy");
}

int AppsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant AppsModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return QString(row.app->name + u'\n' + stateText(row));
    case Qt::AccessibleTextRole:
        return QString(row.app->name + u": "_s + stateText(row));
    case Qt::ToolTipRole:
        return plainTip(stateText(row));
    case Qt::DecorationRole:
        return stateIcon(toneOf(row), 12);
    default:
        return {};
    }
}

} // namespace gatehouse
