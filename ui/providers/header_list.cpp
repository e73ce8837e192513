// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/header_list.h"

#include "gateway/config/checks.h"
#include "ui/widgets/plain_tip.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

void HeaderList::setHeaders(const QList<ExtraHeader> &headers)
{
    beginResetModel();
    m_headers = headers;
    endResetModel();
}

int HeaderList::add()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_headers.append(ExtraHeader());
    endInsertRows();
    return row;
}

void HeaderList::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_headers.removeAt(row);
    endRemoveRows();
}

QString HeaderList::problem() const
{
    // One after the other, so that the one at fault can be named as it stands.
    for (qsizetype i = 0; i < m_headers.size(); ++i) {
        QList<Problem> problems;
        checkHeaders(m_headers.first(i + 1), Findings(problems, {}));
        for (const Problem &problem : std::as_const(problems)) {
            if (!problem.warning)
                return tr("The header \"%1\" %2.")
                    .arg(QString::fromUtf8(m_headers[i].name).left(60), problem.message);
        }
    }
    return {};
}

int HeaderList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

int HeaderList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant HeaderList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ExtraHeader &header = m_headers[index.row()];
    const QString text = QString::fromUtf8(index.column() == Name ? header.name : header.value);
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return text;
    return role == Qt::ToolTipRole ? plainTip(text) : QVariant();
}

bool HeaderList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    ExtraHeader &header = m_headers[index.row()];
    (index.column() == Name ? header.name : header.value) = value.toString().trimmed().toUtf8();
    Q_EMIT dataChanged(index, index);
    return true;
}

QVariant HeaderList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Header") : tr("Value");
}

Qt::ItemFlags HeaderList::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractTableModel::flags(index) | Qt::ItemIsEditable : Qt::NoItemFlags;
}

} // namespace gatehouse
