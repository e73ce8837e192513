// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ask.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct AskWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Ask)
};

QMessageBox *makeBox(QWidget *parent, QMessageBox::Icon icon, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(icon, AskWords::tr("Gatehouse"), title, QMessageBox::NoButton, parent);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(text);
    box->setWindowModality(Qt::WindowModal);
    return box;
}

} // namespace

Decision ask(QWidget *parent, const Question &question)
{
    const std::unique_ptr<QMessageBox> box(
        makeBox(parent, QMessageBox::Question, question.title, question.text));
    QPushButton *yes = box->addButton(question.confirm, QMessageBox::DestructiveRole);
    QPushButton *no = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    if (!question.option.isEmpty()) {
        auto *check = new QCheckBox(question.option);
        check->setChecked(question.optionOn);
        box->setCheckBox(check);
    }
    box->exec();
    return {box->clickedButton() == yes, box->checkBox() && box->checkBox()->isChecked()};
}

Conflict askAboutConflict(QWidget *parent, const QString &what)
{
    const std::unique_ptr<QMessageBox> box(
        makeBox(parent, QMessageBox::Warning, AskWords::tr("The configuration file has changed meanwhile"),
                AskWords::tr("\"%1\" is not as it was when you began to edit it. Whose version shall stand?")
                    .arg(what)));
    QPushButton *mine = box->addButton(AskWords::tr("Save &mine"), QMessageBox::AcceptRole);
    QPushButton *theirs = box->addButton(AskWords::tr("Take the &file's"), QMessageBox::DestructiveRole);
    QPushButton *back = box->addButton(AskWords::tr("&Go on editing"), QMessageBox::RejectRole);
    box->setDefaultButton(back);
    box->setEscapeButton(back);
    box->exec();
    if (box->clickedButton() == mine)
        return Conflict::KeepMine;
    return box->clickedButton() == theirs ? Conflict::TakeTheirs : Conflict::GoOnEditing;
}

} // namespace gatehouse
