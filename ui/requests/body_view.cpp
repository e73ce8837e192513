// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/body_view.h"

#include "ui/requests/pretty_json.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/plain_label.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

BodyView::BodyView(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_note(new PlainLabel({}, PlainLabel::Muted))
    , m_text(new QPlainTextEdit)
{
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(name);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    auto *copy = new CopyButton(tr("Copy all of it"), [this] { return QString::fromUtf8(m_body); });
    auto *head = new QHBoxLayout;
    head->addWidget(m_note, 1);
    head->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
}

void BodyView::setBody(const QByteArray &body, bool cut)
{
    m_body = body;
    const ShownBody shown = shownBody(body);
    QStringList notes{QLocale().formattedDataSize(body.size())};
    if (shown.shortened)
        notes.append(tr("not all of it is shown; copying takes it all"));
    if (cut)
        notes.append(tr("request or answer was too large to be kept whole"));
    m_note->setText(notes.join(u" · "_s));
    if (m_text->toPlainText() != shown.text)
        m_text->setPlainText(shown.text);
}

} // namespace gatehouse
