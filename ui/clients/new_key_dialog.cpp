// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/new_key_dialog.h"

#include "ui/widgets/copy_button.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/screen_fit.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! A text to be read and copied, with its button.
QHBoxLayout *copyable(const QString &name, const QString &copyName, const QString &shownText,
                      std::function<QString()> text)
{
    auto *shown = new QLineEdit(shownText);
    shown->setObjectName(name);
    shown->setAccessibleName(copyName);
    shown->setReadOnly(true);
    shown->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    shown->setCursorPosition(0);
    shown->setMinimumWidth(shown->fontMetrics().horizontalAdvance(shownText + "00"_L1));
    auto *copy = new CopyButton(copyName, std::move(text));
    copy->setObjectName(name + "Copy"_L1);
    auto *row = new QHBoxLayout;
    row->addWidget(shown, 1);
    row->addWidget(copy);
    return row;
}

} // namespace

NewKeyDialog::NewKeyDialog(const QString &client, const QByteArray &key, const QString &baseUrl,
                           QWidget *parent)
    : QDialog(parent)
    , m_key(key)
{
    m_key.detach(); // a copy of its own, to be wiped
    setWindowTitle(tr("Client key"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(tr("The key of \"%1\"").arg(client), PlainLabel::Title));
    layout->addWidget(new PlainLabel(tr("Copy it now: only its fingerprint is kept, so it cannot be shown "
                                        "again. If it gets lost, revoke it and make another.")));
    QHBoxLayout *keyRow = copyable(u"key"_s, tr("Copy key"), QString::fromLatin1(m_key),
                                   [this] { return QString::fromLatin1(m_key); });
    auto *form = new QFormLayout;
    form->addRow(tr("Key:"), keyRow);
    if (!baseUrl.isEmpty()) {
        const QString url = baseUrl + "/v1"_L1;
        form->addRow(tr("Base URL:"), copyable(u"url"_s, tr("Copy base URL"), url, [url] { return url; }));
    }
    layout->addLayout(form);
    layout->addWidget(new PlainLabel(
        tr("Enter both in the app, in the place of the provider's own key and address. Programs that speak "
           "HTTP "
           "themselves send the key as \"Authorization: Bearer …\", \"x-api-key\" or \"x-goog-api-key\"."),
        PlainLabel::Muted));
    layout->addStretch(1);
    auto *done = new QPushButton(tr("&Done"));
    done->setObjectName(u"done"_s);
    done->setAutoDefault(false); // Enter, still held from the dialog before, must not put the key away
    connect(done, &QPushButton::clicked, this, &NewKeyDialog::accept);
    layout->addWidget(done, 0, Qt::AlignRight);
    findChild<CopyButton *>(u"keyCopy"_s)->setFocus();
    resizeToFit(*this, {620, 260});
}

NewKeyDialog::~NewKeyDialog()
{
    m_key.fill('\0');
}

} // namespace gatehouse
