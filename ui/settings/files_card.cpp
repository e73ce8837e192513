// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/files_card.h"

#include "ui/program.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/plain_tip.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse {

FilesCard::FilesCard(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(new QFormLayout)
    , m_logLevel(new QComboBox)
    , m_problem(new Banner)
{
    m_logLevel->setObjectName(u"logLevel"_s);
    m_logLevel->addItem(tr("Errors only"), u"error"_s);
    m_logLevel->addItem(tr("Warnings too"), u"warn"_s);
    m_logLevel->addItem(tr("What happens (usual)"), u"info"_s);
    m_logLevel->addItem(tr("Every detail"), u"debug"_s);
    m_logLevel->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_problem->setObjectName(u"openProblem"_s);
    const Places places = context.program.places();
    m_form->addRow(tr("&Log level:"), m_logLevel);
    QHBoxLayout *log = addPlace(tr("Log file:"), u"logFile"_s, places.log);
    auto *folder = new QPushButton(tr("Open folder"));
    folder->setObjectName(u"logFolderOpen"_s);
    folder->setAccessibleName(tr("Open the folder of the log files"));
    log->addWidget(folder);
    addPlace(tr("Configuration:"), u"configFile"_s, places.config);
    addPlace(tr("Data folder:"), u"dataFolder"_s, places.dataDir);
    auto *card = new Card(tr("Log and files"));
    card->body()->addLayout(m_form);
    card->body()->addWidget(
        new PlainLabel(tr("When the log has reached 10 MiB a new file is begun; the last five are kept."),
                       PlainLabel::Muted));
    card->body()->addWidget(m_problem);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(folder, &QPushButton::clicked, this, [this, path = QFileInfo(places.log).path()] { open(path); });
    connect(m_logLevel, &QComboBox::activated, this, [this] {
        Preferences preferences = m_context.program.preferences();
        preferences.logLevel = m_logLevel->currentData().toString();
        m_context.program.setPreferences(preferences);
    });
    refresh();
}

void FilesCard::refresh()
{
    const int index = m_logLevel->findData(m_context.program.preferences().logLevel);
    m_logLevel->setCurrentIndex(index < 0 ? m_logLevel->findData(u"info"_s) : index);
}

QHBoxLayout *FilesCard::addPlace(const QString &label, const QString &name, const QString &path)
{
    const QString what = QString(label).remove(u':');
    auto *line = new QLineEdit(path);
    line->setObjectName(name);
    line->setAccessibleName(what);
    line->setReadOnly(true);
    line->setCursorPosition(0);
    line->setToolTip(plainTip(path));
    auto *button = new QPushButton(tr("Open"));
    button->setObjectName(name + "Open"_L1);
    button->setAccessibleName(tr("Open: %1").arg(what));
    auto *copy = new CopyButton(tr("Copy path: %1").arg(what), [path] { return path; });
    copy->setObjectName(name + "Copy"_L1);
    auto *row = new QHBoxLayout;
    row->addWidget(line, 1);
    row->addWidget(copy);
    row->addWidget(button);
    m_form->addRow(label, row);
    connect(button, &QPushButton::clicked, this, [this, path] { open(path); });
    return row;
}

void FilesCard::open(const QString &path)
{
    if (QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        m_problem->hide();
    else
        m_problem->say(Tone::Bad, tr("No program could be found that opens %1.").arg(path));
}

} // namespace gatehouse
