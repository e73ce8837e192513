// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window_notes.h"

#include "gateway/gateway.h"
#include "ui/connect/app_setup.h"
#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/program.h"
#include "ui/widgets/banner.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

const auto noTrayTold = u"noTrayTold"_s;

} // namespace

WindowNotes::WindowNotes(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_config(new Banner)
    , m_listener(new Banner)
    , m_keys(new Banner)
    , m_tray(new Banner)
    , m_recording(new Banner)
    , m_stale(new Banner)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 12, 24, 0);
    layout->setSpacing(8);
    for (Banner *banner : {m_recording, m_config, m_listener, m_keys, m_stale, m_tray})
        layout->addWidget(banner);
    m_recording->setObjectName(u"recordingNote"_s);
    m_recording->setClosable(false);
    connect(m_recording->addAction(tr("S&top recording")), &QPushButton::clicked, this,
            [this] { m_context.gateway.recordBodies(std::chrono::minutes(0)); });
    connect(&m_context.gateway, &Gateway::bodyRecordingChanged, this, &WindowNotes::sayRecording);
    m_config->setClosable(false);
    connect(m_config->addAction(tr("Open the &file")), &QPushButton::clicked, this, &WindowNotes::openConfig);
    connect(m_config->addAction(tr("&Earlier versions")), &QPushButton::clicked, this,
            &WindowNotes::versionsRequested);
    m_listener->setObjectName(u"moveNote"_s);
    m_listener->setClosable(false);
    m_move = m_keys->addAction(tr("&Move into the keychain"));
    connect(m_move, &QPushButton::clicked, this, &WindowNotes::moveKeys);
    m_stale->setObjectName(u"staleNote"_s);
    connect(m_stale->addAction(tr("U&pdate them…")), &QPushButton::clicked, this,
            &WindowNotes::updateAppsRequested);
    connect(m_tray, &Banner::closed, this, [this] { m_context.program.remember(noTrayTold, true); });
    connect(&m_context.status, &LiveStatus::changed, this, &WindowNotes::update);
    connect(&m_context.draft, &Draft::changed, this, &WindowNotes::update);
    update();
}

void WindowNotes::update()
{
    const int keys = m_context.status.configProblem().isEmpty() ? 0 : m_context.program.literalKeys();
    sayLiteralKeys(keys);
    sayConfigProblem(m_context.status.configProblem());
    sayMoveFailure(m_context.status.moveFailure());
    sayStale();
    showIfAny();
}

void WindowNotes::sayConfigProblem(const QString &problem)
{
    if (std::exchange(m_saidProblem, problem) == problem)
        return;
    if (problem.isEmpty())
        return m_config->hide();
    m_config->say(Tone::Bad, configText());
}

QString WindowNotes::configText() const
{
    return tr("The configuration file cannot be put in force as it is. %1").arg(m_saidProblem.left(500));
}

void WindowNotes::openConfig()
{
    const QString path = m_context.program.places().config;
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        m_config->say(Tone::Bad,
                      configText() + u'\n' + tr("No program could be found that opens %1.").arg(path));
}

//! The file is in force but for the address: one of two ports mends that.
void WindowNotes::sayMoveFailure(const QString &failure)
{
    if (std::exchange(m_saidMove, failure) == failure)
        return;
    m_listener->clearActions();
    if (failure.isEmpty())
        return m_listener->hide();
    const quint16 taken = m_context.status.refusedPort();
    const GatewayStatus &now = m_context.status.now();
    if (taken != 0 && taken == m_context.draft.config().listener.port) {
        const auto offer = [this](const QString &text, quint16 port) {
            connect(m_listener->addAction(text), &QPushButton::clicked, this,
                    [this, port] { usePort(port); });
        };
        if (const quint16 free = m_context.program.freePortAfter(taken); free != 0)
            offer(tr("Use &port %1").arg(free), free);
        if (now.listening)
            offer(tr("&Keep port %1").arg(now.port), now.port);
    }
    m_listener->say(Tone::Bad, tr("The settings are in force, but for the new address. %1").arg(failure));
}

void WindowNotes::usePort(quint16 port)
{
    Config next = m_context.draft.config();
    next.listener.port = port;
    if (const QList<Problem> problems = m_context.draft.save(next); hasError(problems))
        m_listener->say(Tone::Bad, tr("The port could not be saved. %1").arg(errorText(problems)));
}

void WindowNotes::sayLiteralKeys(int keys)
{
    if (std::exchange(m_saidKeys, keys) == keys)
        return;
    if (keys == 0)
        return m_keys->hide();
    m_keys->say(Tone::Warning,
                tr("%n key(s) stand in the configuration file in plain text. They belong in the "
                   "keychain of your system.",
                   nullptr, keys));
}

void WindowNotes::sayRecording(qint64 untilMs)
{
    m_recordsNow = untilMs != 0;
    if (m_recordsNow)
        m_recording->say(Tone::Bad,
                         tr("Requests and answers are being recorded in memory, until %1.")
                             .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(untilMs).time(),
                                                     QLocale::ShortFormat)));
    m_recording->setVisible(m_recordsNow && m_recordingNoteWanted);
    update();
}

void WindowNotes::setRecordingNoteWanted(bool wanted)
{
    m_recordingNoteWanted = wanted;
    m_recording->setVisible(m_recordsNow && wanted);
    showIfAny();
}

//! Looks only when the address or the clients are others: the status is told several times a second.
void WindowNotes::sayStale()
{
    const QString url = m_context.status.baseUrl();
    QList<QByteArray> keys;
    for (const Client &client : m_context.draft.config().clients)
        keys.append(client.keyHash);
    if (url.isEmpty() || (url == m_seenUrl && keys == m_seenKeys))
        return;
    m_seenUrl = url;
    m_seenKeys = keys;
    lookAtApps();
}

void WindowNotes::lookAtApps()
{
    const int count = int(AppSetup(m_context).stale().size());
    if (count > 0)
        m_stale->say(Tone::Warning,
                     tr("%n application(s) that you set up ask another address, or with a key that is not "
                        "taken.",
                        nullptr, count));
    m_stale->setVisible(count > 0 && m_appsNoteWanted);
    showIfAny();
}

void WindowNotes::setAppsNoteWanted(bool wanted)
{
    m_appsNoteWanted = wanted;
    lookAtApps();
}

void WindowNotes::showIfAny()
{
    const auto banners = {m_recording, m_config, m_listener, m_keys, m_stale, m_tray};
    setVisible(std::any_of(banners.begin(), banners.end(),
                           [](const Banner *banner) { return !banner->isHidden(); }));
}

void WindowNotes::moveKeys()
{
    m_move->setEnabled(false);
    m_context.program.moveLiteralKeys([self = QPointer(this)](const QString &problem) {
        if (!self)
            return;
        self->m_move->setEnabled(true);
        if (problem.isEmpty())
            return self->update();
        self->m_keys->say(Tone::Bad, tr("The keys could not be moved: %1").arg(problem));
    });
}

void WindowNotes::setTrayAvailable(bool available)
{
    if (available || m_context.program.remembered(noTrayTold).toBool())
        m_tray->hide();
    else
        m_tray->say(Tone::Neutral,
                    tr("This desktop shows no tray icons, so this window is where Gatehouse is "
                       "controlled. On GNOME the extension AppIndicator brings them."));
    update();
}

} // namespace gatehouse
