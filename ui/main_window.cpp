// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/clients/clients_page.h"
#include "ui/connect/connect_page.h"
#include "ui/overview/overview_page.h"
#include "ui/program.h"
#include "ui/providers/providers_page.h"
#include "ui/requests/requests_page.h"
#include "ui/routes/routes_page.h"
#include "ui/settings/settings_page.h"
#include "ui/side_bar.h"
#include "ui/theme/icons.h"
#include "ui/usage/usage_page.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/edit_dialog.h"
#include "ui/widgets/screen_fit.h"
#include "ui/window_notes.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

const auto placeName = u"window"_s;
const auto closedName = u"closedToTray"_s;

} // namespace

MainWindow::MainWindow(const Context &context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_sideBar(new SideBar)
    , m_pages(new QStackedWidget)
    , m_notes(new WindowNotes(context))
{
    setWindowTitle(tr("Gatehouse"));
    setWindowIcon(pixmapIcon(u"gatehouse"_s));
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_notes);
    right->addWidget(m_pages, 1);
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sideBar);
    layout->addLayout(right, 1);
    auto *frame = new QWidget;
    frame->setLayout(layout);
    setCentralWidget(frame);

    connect(m_sideBar, &QListWidget::currentRowChanged, this, &MainWindow::onPageChosen);
    connect(m_notes, &WindowNotes::versionsRequested, this, [this] { showPage(Settings); });
    connect(m_notes, &WindowNotes::updateAppsRequested, this, [this] {
        showPage(Connect);
        qobject_cast<ConnectPage *>(m_entries[Connect].page)->updateStale();
    });
    listPages();
    addShortcuts();
    restorePlace();
    m_sideBar->setCurrentRow(Overview);
}

MainWindow::~MainWindow() = default;

void MainWindow::listPages()
{
    addPage(tr("Overview"), u"overview"_s, [this] {
        auto *page = new OverviewPage(m_context);
        connect(page, &OverviewPage::addProviderRequested, this, [this] {
            showPage(Providers);
            qobject_cast<ProvidersPage *>(m_entries[Providers].page)->addProvider();
        });
        return page;
    });
    addPage(tr("Providers"), u"providers"_s, [this] { return new ProvidersPage(m_context); });
    addPage(tr("Models && routes"), u"routes"_s, [this] { return new RoutesPage(m_context); });
    addPage(tr("Clients"), u"clients"_s, [this] { return new ClientsPage(m_context); });
    addPage(tr("Connect"), u"connect"_s, [this] {
        auto *page = new ConnectPage(m_context);
        connect(page, &ConnectPage::connectionsChanged, m_notes, &WindowNotes::lookAtApps);
        return page;
    });
    addPage(tr("Usage"), u"usage"_s, [this] { return new UsagePage(m_context); });
    addPage(tr("Requests"), u"requests"_s, [this] { return makeRequestsPage(); });
    addPage(tr("Settings"), u"settings"_s, [this] { return new SettingsPage(m_context); });
}

//! What helps a request that failed stands on other pages.
QWidget *MainWindow::makeRequestsPage()
{
    auto *page = new RequestsPage(m_context);
    connect(page, &RequestsPage::editProviderRequested, this,
            [this](const QString &provider, ProviderField field) {
                showPage(Providers);
                qobject_cast<ProvidersPage *>(m_entries[Providers].page)->editProvider(provider, field);
            });
    connect(page, &RequestsPage::editClientRequested, this, [this](const QString &client) {
        showPage(Clients);
        qobject_cast<ClientsPage *>(m_entries[Clients].page)->editClient(client);
    });
    connect(page, &RequestsPage::showRoutesRequested, this, [this] { showPage(Routes); });
    connect(page, &RequestsPage::settingsRequested, this, [this] { showPage(Settings); });
    return page;
}

void MainWindow::addPage(const QString &title, const QString &icon, std::function<QWidget *()> build)
{
    // Item views take `&` as it is, unlike buttons.
    m_sideBar->addItem(new QListWidgetItem(tintedIcon(icon), QString(title).replace("&&"_L1, "&"_L1)));
    m_entries.push_back({title, icon, std::move(build)});
}

void MainWindow::showPage(PageId page)
{
    m_sideBar->setCurrentRow(page);
}

MainWindow::PageId MainWindow::page() const
{
    return PageId(m_sideBar->currentRow());
}

SettingsPage *MainWindow::settings() const
{
    return qobject_cast<SettingsPage *>(m_entries[Settings].page);
}

bool MainWindow::isEdited() const
{
    const QList<EditDialog *> dialogs = findChildren<EditDialog *>();
    return (settings() && settings()->isEdited()) ||
           std::any_of(dialogs.cbegin(), dialogs.cend(),
                       [](const EditDialog *dialog) { return dialog->isVisible() && dialog->isEdited(); });
}

bool MainWindow::mayQuit()
{
    return !isEdited() ||
           ask(this,
               {tr("Quit and drop what is not saved?"),
                tr("A dialog or the settings hold changes that were not saved or applied."), tr("&Quit")})
               .confirmed;
}

void MainWindow::onPageChosen(int row)
{
    if (row < 0)
        return;
    Entry &entry = m_entries[size_t(row)];
    if (!entry.page) {
        entry.page = entry.build();
        m_pages->addWidget(entry.page);
    }
    m_pages->setCurrentWidget(entry.page);
    m_notes->setAppsNoteWanted(row != Connect); // these pages say it themselves
    m_notes->setRecordingNoteWanted(row != Requests);
}

void MainWindow::addShortcuts()
{
    for (int row = 0; row < int(m_entries.size()); ++row) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + row)), this);
        connect(shortcut, &QShortcut::activated, this, [this, row] { m_sideBar->setCurrentRow(row); });
    }
    auto *close = new QShortcut(QKeySequence::Close, this);
    connect(close, &QShortcut::activated, this, &QWidget::close);
    auto *quit = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this);
    connect(quit, &QShortcut::activated, this, [this] { m_context.program.quit(); });
}

void MainWindow::restorePlace()
{
    setMinimumSize(QSize(760, 480).boundedTo(roomFor(*this)));
    resizeToFit(*this, {1040, 700});
    restoreGeometry(m_context.program.remembered(placeName).toByteArray());
    resizeToFit(*this, size()); // the screen may be a smaller one now
}

void MainWindow::setTrayProbe(std::function<bool()> available)
{
    m_trayProbe = std::move(available);
    setTrayAvailable(m_trayProbe());
}

void MainWindow::setTrayAvailable(bool available)
{
    m_trayAvailable = available;
    m_notes->setTrayAvailable(available);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    m_context.program.remember(placeName, saveGeometry());
    QMainWindow::hideEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_trayProbe)
        setTrayAvailable(m_trayProbe());
    if (m_trayAvailable) { // the program lives on there
        QMainWindow::closeEvent(event);
        if (m_context.program.remembered(closedName).toBool())
            return;
        m_context.program.remember(closedName, true);
        Q_EMIT firstClosed();
        return;
    }
    event->ignore();
    QMessageBox box(QMessageBox::Question, tr("Gatehouse"), tr("Keep Gatehouse running?"),
                    QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(
        tr("This desktop shows no tray icon. The gateway can go on in the minimised window; "
           "if it ends, applications that use it get no answers."));
    QPushButton *keep = box.addButton(tr("&Keep running"), QMessageBox::AcceptRole);
    QPushButton *end = box.addButton(tr("&Quit"), QMessageBox::DestructiveRole);
    box.setDefaultButton(keep);
    box.exec();
    if (box.clickedButton() == keep)
        showMinimized(); // the only way back to it
    else if (box.clickedButton() == end)
        m_context.program.quit();
}

} // namespace gatehouse
