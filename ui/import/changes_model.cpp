// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/changes_model.h"

#include "ui/import/import_text.h"
#include "ui/theme/colors.h"
#include "ui/widgets/state_mark.h"

#include <QGuiApplication>

#include <algorithm>

namespace gatehouse {
namespace {

constexpr int markSize = 12;

QString text(const ImportChange &change, int column)
{
    switch (column) {
    case ChangesModel::Kind:
        return kindText(change.kind);
    case ChangesModel::Subject:
        return subjectText(change.subject);
    case ChangesModel::Name:
        return changeName(change);
    case ChangesModel::Detail:
        return changeDetail(change);
    default:
        return {};
    }
}

} // namespace

void ChangesModel::setChanges(const QList<ImportChange> &changes)
{
    beginResetModel();
    m_changes = changes;
    std::stable_sort(m_changes.begin(), m_changes.end(), [](const ImportChange &a, const ImportChange &b) {
        return std::pair(a.subject, !a.keyGoesThere) < std::pair(b.subject, !b.keyGoesThere);
    });
    endResetModel();
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_changes.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportChange &change = m_changes[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(change, index.column());
    case Qt::ToolTipRole:
        return text(change, index.column()).toHtmlEscaped();
    case Qt::DecorationRole:
        if (change.keyGoesThere && index.column() == Kind)
            return stateIcon(Tone::Warning, markSize);
        return {};
    case Qt::ForegroundRole:
        if (change.keyGoesThere)
            return toneColor(Tone::Bad, QGuiApplication::palette());
        return {};
    default:
        return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("Change");
    case Subject:
        return tr("What");
    case Name:
        return tr("Name");
    case Detail:
        return tr("Details");
    default:
        return {};
    }
}

} // namespace gatehouse
