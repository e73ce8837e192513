// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace gatehouse {

class Banner;
class PlainLabel;

//! A short list of texts that a person adds to and removes from; each change is saved at once.
class EntryList final : public QWidget
{
    Q_OBJECT

public:
    //! Saves the list; returns why that failed, empty if it did not.
    using Save = std::function<QString(const QStringList &)>;

    struct Texts
    {
        QString name;        //!< of the list, for a screen reader
        QString label;       //!< of the line, with its mnemonic
        QString placeholder; //!< an example
        QString empty;       //!< what it means that there is none
    };

    EntryList(const Texts &texts, Save save, QWidget *parent = nullptr);

    void setEntries(const QStringList &entries);
    const QStringList &entries() const { return m_entries; }

Q_SIGNALS:
    void removed(const QString &entry);

private:
    void add();
    void remove();
    void say(const QString &problem);

    Save m_save;
    QStringList m_entries;
    QListWidget *m_list;
    PlainLabel *m_empty;
    QLineEdit *m_line;
    QPushButton *m_add;
    QPushButton *m_remove;
    Banner *m_problem;
};

} // namespace gatehouse
