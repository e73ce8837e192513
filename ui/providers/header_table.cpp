// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/header_table.h"

#include "ui/providers/field_note.h"
#include "ui/providers/header_list.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace gatehouse {

HeaderTable::HeaderTable(QWidget *parent)
    : QGroupBox(tr("Extra headers"), parent)
    , m_headers(new HeaderList(this))
    , m_list(new QTableView)
    , m_note(new FieldNote)
{
    m_list->setObjectName(u"headers"_s);
    m_list->setAccessibleName(tr("Extra headers"));
    m_list->setModel(m_headers);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(26);
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->setMinimumHeight(110);
    m_note->setObjectName(u"headersNote"_s);
    auto *addOne = new QPushButton(tr("Add a h&eader"));
    auto *remove = new QPushButton(tr("Re&move header"));
    addOne->setObjectName(u"addHeader"_s);
    remove->setObjectName(u"removeHeader"_s);
    remove->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {addOne, remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(m_note);
    layout->addLayout(buttons);

    connect(addOne, &QPushButton::clicked, this, [this] {
        const QModelIndex index = m_headers->index(m_headers->add(), HeaderList::Name);
        m_list->setCurrentIndex(index);
        m_list->edit(index);
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        if (m_list->currentIndex().isValid())
            m_headers->remove(m_list->currentIndex().row());
        showProblem();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, remove,
            [remove](const QModelIndex &current) { remove->setEnabled(current.isValid()); });
    connect(m_headers, &QAbstractItemModel::dataChanged, this, &HeaderTable::showProblem);
    connect(m_headers, &QAbstractItemModel::dataChanged, this, &HeaderTable::changed);
    connect(m_headers, &QAbstractItemModel::rowsRemoved, this, &HeaderTable::changed);
}

void HeaderTable::setHeaders(const QList<ExtraHeader> &headers)
{
    m_headers->setHeaders(headers);
    m_note->say({});
}

QList<ExtraHeader> HeaderTable::headers() const
{
    QList<ExtraHeader> headers = m_headers->headers();
    headers.removeIf(
        [](const ExtraHeader &header) { return header.name.isEmpty() && header.value.isEmpty(); });
    return headers;
}

void HeaderTable::showProblem()
{
    m_note->say(m_headers->problem());
}

} // namespace gatehouse
