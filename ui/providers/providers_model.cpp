// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/providers_model.h"

#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/providers/provider_look.h"
#include "ui/widgets/plain_tip.h"
#include "ui/widgets/state_mark.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int markSize = 12;

} // namespace

ProvidersModel::ProvidersModel(const Context &context, QObject *parent)
    : QAbstractTableModel(parent)
    , m_context(context)
    , m_providers(context.draft.config().providers)
{
}

void ProvidersModel::refresh()
{
    const QList<Provider> &now = m_context.draft.config().providers;
    const bool sameRows = std::equal(now.cbegin(), now.cend(), m_providers.cbegin(), m_providers.cend(),
                                     [](const Provider &a, const Provider &b) { return a.id == b.id; });
    if (!sameRows) {
        beginResetModel();
        m_providers = now;
        endResetModel();
    } else if (!m_providers.isEmpty()) {
        m_providers = now;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int ProvidersModel::rowOf(const QString &id) const
{
    const auto it = std::find_if(m_providers.cbegin(), m_providers.cend(),
                                 [&](const Provider &provider) { return provider.id == id; });
    return it == m_providers.cend() ? -1 : int(it - m_providers.cbegin());
}

const Provider *ProvidersModel::at(int row) const
{
    return row >= 0 && row < m_providers.size() ? &m_providers[row] : nullptr;
}

int ProvidersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_providers.size());
}

int ProvidersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ProvidersModel::text(const Provider &provider, int column) const
{
    const ProviderStatus *status = m_context.status.provider(provider.id);
    switch (column) {
    case Name:
        return provider.name.isEmpty() ? provider.id : provider.name;
    case State:
        return lookOf(provider, status).state;
    case Models:
        return QLocale().toString(provider.models.size());
    case Key:
        return keySourceText(provider, m_context);
    case Latency:
        return status && status->latencyMs ? tr("%1 ms").arg(QLocale().toString(qRound(*status->latencyMs)))
                                           : QString();
    default:
        return {};
    }
}

QVariant ProvidersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Provider &provider = m_providers[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(provider, index.column());
    case Qt::ToolTipRole:
        return plainTip(text(provider, index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == On ? (provider.enabled ? tr("On") : tr("Off"))
                                    : text(provider, index.column());
    case Qt::CheckStateRole:
        return index.column() == On ? QVariant(provider.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::DecorationRole:
        if (index.column() == Name)
            return stateIcon(lookOf(provider, m_context.status.provider(provider.id)).tone, markSize);
        return {};
    case Qt::ForegroundRole:
        return provider.enabled ? QVariant() : QVariant(mutedText(QGuiApplication::palette()));
    default:
        return {};
    }
}

bool ProvidersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != On || !at(index.row()))
        return false;
    Q_EMIT switchRequested(at(index.row())->id, value.toInt() == Qt::Checked);
    return true;
}

QVariant ProvidersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case On:
        return tr("On");
    case Name:
        return tr("Provider");
    case State:
        return tr("State");
    case Models:
        return tr("Models");
    case Key:
        return tr("Key");
    case Latency:
        return tr("Latency");
    default:
        return {};
    }
}

Qt::ItemFlags ProvidersModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemIsDragEnabled;
    return index.column() == On ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace gatehouse
