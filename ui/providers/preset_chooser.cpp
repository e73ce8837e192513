// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/preset_chooser.h"

#include "ui/draft.h"
#include "ui/providers/local_servers.h"
#include "ui/providers/preset_list.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

PresetChooser::PresetChooser(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(new QLineEdit)
    , m_presets(new PresetList(this))
    , m_list(new QListView)
{
    m_search->setObjectName(u"presetSearch"_s);
    m_search->setPlaceholderText(tr("Name or address"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    auto *label = new QLabel(tr("&Find a provider:"));
    label->setBuddy(m_search);
    m_list->setObjectName(u"presets"_s);
    m_list->setAccessibleName(tr("Known providers"));
    m_list->setModel(m_presets);
    m_list->setUniformItemSizes(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_presets->setFilter(text);
        select(m_presets->firstChoice());
    });
    connect(m_list, &QListView::doubleClicked, this, &PresetChooser::choose);
    select(m_presets->firstChoice());
}

void PresetChooser::begin()
{
    m_search->setFocus();
    delete m_servers;
    m_servers = new LocalServers(m_context, this);
    connect(m_servers, &LocalServers::found, this, [this] {
        // The list grows above what is chosen: the choice stays, unless nobody has made one.
        const bool untouched = m_list->currentIndex().row() == m_presets->firstChoice();
        const QString before = current();
        m_presets->setRunning(m_servers->running());
        select(untouched ? m_presets->firstChoice() : m_presets->rowOf(before));
    });
    m_servers->look(m_context.draft.config());
}

void PresetChooser::choose()
{
    if (m_list->currentIndex().flags().testFlag(Qt::ItemIsSelectable))
        Q_EMIT chosen(current());
}

//! Arrows pressed while searching move in the list.
bool PresetChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp)
            return QCoreApplication::sendEvent(m_list, event);
    }
    return QWidget::eventFilter(watched, event);
}

QString PresetChooser::current() const
{
    return m_list->currentIndex().data(PresetList::PresetRole).toString();
}

void PresetChooser::select(int row)
{
    const QModelIndex index = m_presets->index(row);
    m_list->setCurrentIndex(index);
    if (row == m_presets->firstChoice())
        m_list->scrollToTop();
    else
        m_list->scrollTo(index);
}

} // namespace gatehouse
