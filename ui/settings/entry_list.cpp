// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/entry_list.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/plain_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int mostRowsShown = 5;
constexpr int rowSpacing = 2; // on each side

} // namespace

EntryList::EntryList(const Texts &texts, Save save, QWidget *parent)
    : QWidget(parent)
    , m_save(std::move(save))
    , m_list(new QListWidget)
    , m_empty(new PlainLabel(texts.empty, PlainLabel::Muted))
    , m_line(new QLineEdit)
    , m_add(new QPushButton(tr("Add")))
    , m_remove(new QPushButton(tr("Remove")))
    , m_problem(new Banner)
{
    m_list->setObjectName(u"entries"_s);
    m_list->setAccessibleName(texts.name);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(rowSpacing);
    m_line->setObjectName(u"entry"_s);
    m_line->setPlaceholderText(texts.placeholder);
    m_add->setObjectName(u"add"_s);
    m_add->setEnabled(false);
    m_remove->setObjectName(u"remove"_s);
    m_problem->setObjectName(u"problem"_s);
    auto *label = new QLabel(texts.label);
    label->setBuddy(m_line);
    auto *removal = new QAction(tr("Remove"), m_list);
    removal->setShortcut(QKeySequence::Delete);
    removal->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(removal);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_line, 1);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_empty);
    layout->addWidget(m_list);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    connect(m_add, &QPushButton::clicked, this, &EntryList::add);
    connect(m_line, &QLineEdit::returnPressed, this, &EntryList::add);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_add->setEnabled(!text.trimmed().isEmpty());
        m_problem->hide();
    });
    connect(m_remove, &QPushButton::clicked, this, &EntryList::remove);
    connect(removal, &QAction::triggered, this, &EntryList::remove);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int current) { m_remove->setEnabled(current >= 0); });
    setEntries({});
}

void EntryList::setEntries(const QStringList &entries)
{
    const int current = m_list->currentRow();
    if (m_list->count() == 0 || entries != m_entries) {
        m_entries = entries;
        m_list->clear();
        m_list->addItems(entries);
        m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    }
    const int rows = std::clamp(m_list->count(), 1, mostRowsShown);
    const int height = m_list->count() > 0 ? m_list->sizeHintForRow(0) : m_list->fontMetrics().height();
    m_list->setFixedHeight(rows * (height + 2 * rowSpacing) + 2 * m_list->frameWidth());
    m_list->setVisible(!entries.isEmpty());
    m_empty->setVisible(entries.isEmpty());
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

void EntryList::add()
{
    const QString entry = m_line->text().trimmed();
    if (entry.isEmpty())
        return;
    if (m_entries.contains(entry)) {
        say(tr("\"%1\" is in the list already.").arg(entry));
        return;
    }
    const QString problem = m_save(m_entries + QStringList(entry));
    if (!problem.isEmpty()) {
        say(problem);
        return;
    }
    m_line->clear();
    m_line->setFocus();
}

void EntryList::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    QStringList next = m_entries;
    const QString entry = next.takeAt(row);
    const QString problem = m_save(next);
    if (!problem.isEmpty()) {
        say(problem);
        return;
    }
    m_problem->hide();
    Q_EMIT removed(entry);
}

void EntryList::say(const QString &problem)
{
    m_problem->say(Tone::Bad, problem);
    m_line->setFocus();
}

} // namespace gatehouse
