// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/about/about_dialog.h"

#include "ui/about/about_text.h"
#include "ui/theme/icons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/screen_fit.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

AboutDialog::AboutDialog(const Places &places, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Gatehouse"));
    const QString text = aboutText(places);
    auto *picture = new QLabel;
    picture->setPixmap(pixmapIcon(u"gatehouse"_s).pixmap(56, 56));
    auto *what =
        new PlainLabel(tr("A gateway between applications and the services and servers that run models."));
    auto *facts = new PlainLabel(text);
    facts->setObjectName(u"aboutText"_s);
    facts->setSelectable();
    auto *licence = new PlainLabel(
        tr("Free software under the GNU General Public License, version 3 or later; without any warranty."),
        PlainLabel::Muted);
    licence->setObjectName(u"aboutLicence"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"aboutCopy"_s);
    copy->setAutoDefault(false);
    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->addWidget(new PlainLabel(tr("Gatehouse"), PlainLabel::Heading));
    words->addWidget(what);
    head->setSpacing(16);
    head->addWidget(picture, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(facts);
    layout->addWidget(licence);
    layout->addStretch(1);
    layout->addWidget(buttons);
    resizeToFit(*this, {520, 320});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this,
            [text] { QGuiApplication::clipboard()->setText(u"Gatehouse\n"_s + text); });
}

void openAbout(const Places &places, QWidget *parent)
{
    if (auto *open = parent->findChild<AboutDialog *>())
        return open->activateWindow();
    auto *dialog = new AboutDialog(places, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace gatehouse
