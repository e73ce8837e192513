// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/app_panel.h"

#include "ui/connect/access_form.h"
#include "ui/connect/snippet_view.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/wheel_guard.h"

#include <QCoreApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! The paths as a person knows them.
QStringList underHome(QStringList paths)
{
    const QString home = QDir::homePath() + u'/';
    for (QString &path : paths) {
        if (path.startsWith(home))
            path.replace(0, home.size(), u"~/"_s);
    }
    return paths;
}

} // namespace

AppPanel::AppPanel(QWidget *parent)
    : QWidget(parent)
    , m_name(new PlainLabel({}, PlainLabel::Heading))
    , m_state(new PlainLabel)
    , m_file(new PlainLabel({}, PlainLabel::Muted))
    , m_setUp(new QPushButton(tr("&Set up…")))
    , m_undo(new QPushButton(tr("&Undo…")))
    , m_form(new AccessForm)
    , m_place(new QVBoxLayout)
{
    m_state->setObjectName(u"connectState"_s);
    m_setUp->setObjectName(u"connectSetUp"_s);
    m_undo->setObjectName(u"connectUndo"_s);
    m_file->setSelectable();
    m_file->setMinimumWidth(1);      // a long path must not widen the panel
    auto *buttons = new QHBoxLayout; // below the name: beside it there is no room in a small window
    buttons->addWidget(m_setUp);
    buttons->addWidget(m_undo);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0); // the scroll bar keeps its distance
    layout->setSpacing(12);
    layout->addWidget(m_name);
    layout->addWidget(m_state);
    layout->addWidget(m_file);
    layout->addLayout(buttons);
    layout->addWidget(m_form);
    layout->addLayout(m_place);
    layout->addStretch();
    (new WheelGuard(this))->guard(*m_form);
    connect(m_setUp, &QPushButton::clicked, this, &AppPanel::setUpRequested);
    connect(m_undo, &QPushButton::clicked, this, &AppPanel::undoRequested);
    connect(m_form, &AccessForm::keyRequested, this, &AppPanel::keyRequested);
    connect(m_form, &AccessForm::changed, this, &AppPanel::showSnippets);
}

void AppPanel::begin(const AppsModel::Row &row, const Config &config, const QString &url)
{
    m_form->begin(*row.app, config, row.connection ? row.connection->model : QString());
    refresh(row, config, url);
}

void AppPanel::refresh(const AppsModel::Row &row, const Config &config, const QString &url)
{
    m_row = row;
    m_url = url;
    m_needsKey = !config.clients.isEmpty();
    m_form->refresh(config);
    showState();
    showSnippets();
}

void AppPanel::showState()
{
    const ConnectableApp &app = *m_row.app;
    const bool isFile = app.kind == ConnectableApp::Kind::File;
    const bool isReachable = app.kind != ConnectableApp::Kind::Unreachable;
    m_name->setText(app.name);
    m_state->setText(
        isReachable ? stateText()
                    : QCoreApplication::translate("gatehouse::ConnectableApp", app.why.toUtf8().constData()));
    m_state->setVisible(isFile || !isReachable);
    const QStringList files = m_row.connection ? m_row.connection->files : QStringList{m_row.presence.file};
    m_file->setText(underHome(files).join(u'\n'));
    m_file->setVisible(isFile);
    m_setUp->setVisible(isFile);
    m_setUp->setEnabled(!m_url.isEmpty());
    m_setUp->setText(m_row.connection ? tr("&Set up anew…") : tr("&Set up…"));
    m_undo->setVisible(m_row.connection.has_value());
    m_form->setVisible(isReachable);
}

QString AppPanel::stateText() const
{
    if (!m_row.connection || m_row.isStale)
        return AppsModel::stateText(m_row);
    const AppConnection &connection = *m_row.connection;
    return connection.model.isEmpty() ? tr("Connected to %1").arg(connection.url)
                                      : tr("Connected to %1, model %2").arg(connection.url, connection.model);
}

Access AppPanel::access() const
{
    return {m_url, m_form->model(), m_form->key()};
}

QList<Snippet> AppPanel::snippets() const
{
    Access shown = access();
    if (m_needsKey && shown.key.isEmpty())
        shown.key = tr("YOUR-CLIENT-KEY", "in the place of a key, in settings to copy");
    return m_url.isEmpty() ? QList<Snippet>() : snippetsFor(*m_row.app, shown);
}

QString AppPanel::snippetsNote() const
{
    if (m_row.app->kind == ConnectableApp::Kind::Unreachable)
        return {};
    if (m_url.isEmpty())
        return tr("The gateway takes any free port and does not run: there is no address to give.");
    return m_row.app->kind == ConnectableApp::Kind::File ? tr("Or by hand:") : QString();
}

void AppPanel::showSnippets()
{
    const QList<Snippet> shown = snippets();
    const QString note = snippetsNote();
    QStringList said{note};
    for (const Snippet &snippet : shown)
        said << snippet.place << snippet.text;
    if (m_snippets && said == m_said)
        return; // what is selected there stays
    m_said = said;
    delete m_snippets;
    m_snippets = new QWidget;
    auto *layout = new QVBoxLayout(m_snippets);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_place->addWidget(m_snippets);
    if (!note.isEmpty())
        layout->addWidget(new PlainLabel(note, PlainLabel::Muted));
    for (const Snippet &snippet : shown)
        layout->addWidget(new SnippetView(snippet));
}

void AppPanel::setKey(const QString &key)
{
    m_form->setKey(key);
}

void AppPanel::forgetKey()
{
    m_form->forgetKey();
}

} // namespace gatehouse
