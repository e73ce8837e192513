// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/ui_rig.h"
#include "ui/connect/connect_page.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace gatehouse {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeTo(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

//! A person's home with Claude Code in it, and the page before it.
struct Bench
{
    explicit Bench(bool clients = false, quint16 port = 1337)
    {
        rig.program.where.dataDir = folder.filePath(QStringLiteral("data"));
        Config config;
        config.providers = {someProvider(QStringLiteral("openai"), QStringLiteral("OpenAI"))};
        if (clients)
            config.clients = {{.name = QStringLiteral("Editor"), .keyHash = "sha256:" + QByteArray(64, 'a')}};
        rig.load(config);
        listenAt(port);
        writeTo(settings(), original());
        writeTo(program(), "#!/bin/sh\n");
        QFile(program()).setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        page = std::make_unique<ConnectPage>(rig.context, surroundings());
        page->show();
    }

    void listenAt(quint16 port)
    {
        GatewayStatus status;
        status.listening = true;
        status.host = QStringLiteral("127.0.0.1");
        status.port = port;
        rig.status.setStatus(status);
    }

    //! What the settings of Claude Code say at first.
    static QByteArray original() { return "{\n  // mine\n  \"model\": \"opus\"\n}\n"; }
    QString home(const QString &name) const { return folder.filePath(QStringLiteral("home/") + name); }
    QString settings() const { return folder.filePath(QStringLiteral("home/.claude/settings.json")); }
    QString program() const { return folder.filePath(QStringLiteral("bin/claude")); }
    Surroundings surroundings() const
    {
        return {folder.filePath(QStringLiteral("home")), {folder.filePath(QStringLiteral("bin"))}};
    }

    template<typename T>
    T *child(const char *name) const
    {
        return page->findChild<T *>(QString::fromLatin1(name));
    }
    void choose(const QString &name)
    {
        child<QLineEdit>("connectSearch")->setText(name);
        auto *list = child<QListView>("connectApps");
        list->setCurrentIndex(list->model()->index(0, 0));
        child<QLineEdit>("connectSearch")->clear();
    }
    ChangeDialog *dialog() const { return page->findChild<ChangeDialog *>(); }
    QString shown() const
    {
        QString all;
        const auto views = page->findChildren<QPlainTextEdit *>();
        for (const QPlainTextEdit *view : views)
            all += view->toPlainText() + QLatin1Char('\n');
        return all;
    }
    void click(const char *button) const { child<QPushButton>(button)->click(); }
    //! Does what the dialog offers, which closes it.
    void confirm()
    {
        dialog()->findChild<QPushButton *>(QStringLiteral("changeDo"))->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void setUp(const QString &app)
    {
        choose(app);
        click("connectSetUp");
        confirm();
    }
    //! What the dialog says, besides differences.
    QString said() const
    {
        QStringList all;
        const auto labels = dialog()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                all.append(label->text());
        }
        return all.join(QLatin1Char('\n'));
    }

    QTemporaryDir folder;
    UiRig rig;
    std::unique_ptr<ConnectPage> page;
};

} // namespace gatehouse
