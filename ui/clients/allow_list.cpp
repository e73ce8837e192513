// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/allow_list.h"

#include "ui/clients/callable_picker.h"
#include "ui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QStringList linesOf(const QString &text)
{
    QStringList names;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (const QString name = line.trimmed(); !name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace

AllowList::AllowList(const Config &config, const QStringList &models, QWidget *parent)
    : QWidget(parent)
    , m_config(config)
    , m_any(new QRadioButton(tr("An&y model")))
    , m_some(new QRadioButton(tr("&Only these:")))
    , m_names(new QPlainTextEdit)
    , m_pick(new QPushButton(tr("C&hoose models…")))
{
    m_any->setObjectName(u"anyModel"_s);
    m_some->setObjectName(u"someModels"_s);
    m_names->setObjectName(u"models"_s);
    m_names->setAccessibleName(tr("Models and patterns, a line each"));
    m_names->setPlaceholderText(u"gpt-4o\nopenai/*"_s);
    m_names->setTabChangesFocus(true);
    m_names->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_pick->setObjectName(u"pick"_s);
    m_pick->setAutoDefault(false);
    const bool any = models == QStringList(u"*"_s);
    (any ? m_any : m_some)->setChecked(true);
    if (!any)
        m_names->setPlainText(models.join(u'\n'));

    auto *head = new QHBoxLayout;
    head->addWidget(m_some);
    head->addStretch(1);
    head->addWidget(m_pick);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_any);
    layout->addLayout(head);
    layout->addWidget(m_names, 1);
    layout->addWidget(new PlainLabel(
        tr("A name or pattern a line, as apps ask for it. * stands for any characters."), PlainLabel::Muted));
    const auto enable = [this](bool on) {
        m_names->setEnabled(on);
        m_pick->setEnabled(on);
    };
    enable(!any);
    connect(m_some, &QRadioButton::toggled, this, enable);
    connect(m_pick, &QPushButton::clicked, this, &AllowList::pick);
}

QStringList AllowList::models() const
{
    return m_any->isChecked() ? QStringList(u"*"_s) : linesOf(m_names->toPlainText());
}

void AllowList::focusNames()
{
    m_names->setFocus();
}

void AllowList::pick()
{
    auto *picker = new CallablePicker(m_config, this);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &CallablePicker::picked, this, &AllowList::addNames);
    picker->open();
}

void AllowList::addNames(const QStringList &names)
{
    m_names->setPlainText(linesOf((linesOf(m_names->toPlainText()) + names).join(u'\n')).join(u'\n'));
}

} // namespace gatehouse
