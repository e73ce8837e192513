// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "tests/support/fake_provider.h"
#include "ui/providers/provider_dialog.h"
#include "ui/providers/providers_page.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

constexpr auto secretKey = "sk-canary-7d1f5a90c2e84b63"_L1;
constexpr char answer[] =
    "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{"
    "\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":"
    "\"Hello\"}}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"total_tokens\":2}}";

} // namespace

//! From an empty window to an answer: a person adds a provider with a key, an application asks. The key
//! reaches the provider, and no file.
class TestAddProvider final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void throughTheWindow();

private:
    template<typename T>
    static T *find(QWidget *in, const char *name)
    {
        T *found = in->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("There is no %s", name);
        return found;
    }
    static void write(QWidget *in, const char *name, const QString &text)
    {
        auto *field = find<QLineEdit>(in, name);
        field->clear();
        QTest::keyClicks(field, text);
    }
    static void chooseCustom(QWidget *dialog)
    {
        auto *list = find<QListView>(dialog, "presets");
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.flags().testFlag(Qt::ItemIsSelectable) && index.data(Qt::UserRole).toString().isEmpty())
                list->setCurrentIndex(index);
        }
        QTest::keyClick(list, Qt::Key_Return);
    }
    //! Whether the key stands in a file below the home folder.
    static bool isOnDisk()
    {
        QProcess grep;
        grep.start(u"grep"_s, {u"-raqs"_s, secretKey, QDir::homePath()});
        grep.waitForFinished();
        return grep.exitCode() == 0;
    }
};

void TestAddProvider::throughTheWindow()
{
    QCoreApplication::setApplicationName(u"gatehouse"_s); // places are called after it
    FakeProvider provider;
    provider.answerWith([](const FakeRequest &) { return FakeAnswer::json(answer); });
    const QString dataDir = QDir::homePath() + u"/data"_s;
    QVERIFY(makePrivateFolder(dataDir));
    SingleInstance instance(dataDir);
    QCOMPARE(instance.claim(), SingleInstance::First);
    Options options;
    options.dataDir = dataDir;
    options.port = 0;
    Application application(options, instance);
    application.begin();
    MainWindow *window = application.window();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTRY_VERIFY(application.tray().available());

    window->showPage(MainWindow::Providers);
    window->findChild<ProvidersPage *>()->addProvider();
    auto *dialog = window->findChild<ProviderDialog *>();
    QVERIFY(dialog);
    chooseCustom(dialog);
    write(dialog, "name", u"Fake"_s);
    write(dialog, "baseUrl", u"http://127.0.0.1:%1/v1"_s.arg(provider.port()));
    find<QCheckBox>(dialog, "manualKey")->click();
    write(dialog, "key", secretKey);
    write(dialog, "newModel", u"tiny"_s);
    find<QPushButton>(dialog, "addModel")->click();
    find<QPushButton>(dialog, "save")->click();
    QTRY_VERIFY(!window->findChild<ProviderDialog *>() || !dialog->isVisible());

    const QString config = QDir::homePath() + u"/.config/gatehouse/config.json"_s;
    QFile file(config);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.contains("keychain:fake@127.0.0.1:"), text.constData());
    QVERIFY(!isOnDisk());

    QTRY_VERIFY(application.status().provider(u"fake"_s));
    QTRY_VERIFY(application.status().provider(u"fake"_s)->usable);
    QProcess client;
    client.setWorkingDirectory(QStringLiteral(CLIENTS));
    client.start(u"node"_s, {u"ask.mjs"_s, application.status().baseUrl() + u"/v1"_s, u"tiny"_s});
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QProcess::NotRunning, 30000);
    const QByteArray problem = client.readAllStandardError();
    QVERIFY2(client.exitCode() == 0, problem.constData());
    QCOMPARE(client.readAllStandardOutput(), QByteArray("Hello"));
    bool seen = false;
    for (const FakeRequest &request : provider.requests())
        seen = seen || (request.target.endsWith("/chat/completions") &&
                        request.header("authorization") == QByteArray("Bearer ") + secretKey.data());
    QVERIFY(seen);
    QVERIFY(!isOnDisk());
}

QTEST_MAIN(TestAddProvider)
#include "tst_add_provider.moc"
