// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;

namespace gatehouse {

class FieldNote;
class ModelList;
class PlainLabel;

//! A list of models to search, tick and give aliases to.
class ModelTable final : public QWidget
{
    Q_OBJECT

public:
    explicit ModelTable(QWidget *parent = nullptr);

    ModelList &list() const { return *m_models; }
    //! The search field with its label; made once, to be put where there is room.
    QWidget *makeSearch();
    void clearSearch();
    //! Adds a model by hand, or ticks it, and goes there.
    void add(const QString &id);
    //! Says what is wrong with the name, or the \a alias, of the ticked model of that number.
    void showProblem(int number, bool alias, const QString &message);
    void clearProblems();
    //! Whether more are ticked than a file can hold; says it.
    bool showIfTooMany();

private:
    static QString tooManyText();
    void makeView();
    QLayout *makeButtons();
    void removeSelected();
    void tickShown(bool on);
    void onChanged();
    void go(int row, int column);

    ModelList *m_models;
    QSortFilterProxyModel *m_shown;
    QLineEdit *m_search;
    QStackedLayout *m_stack;
    QTableView *m_view;
    QPushButton *m_remove;
    PlainLabel *m_count;
    FieldNote *m_note;
    bool m_saysTooMany = false;
};

} // namespace gatehouse
