// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/import/import_bench.h"
#include "ui/import/key_transfer.h"

#include <QSignalSpy>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QString first = QStringLiteral("new@api.new.example");
const QString second = QStringLiteral("new/2@api.new.example");

//! A keychain that answers when it is told to, one thing after the other.
class StepStore final : public SecretStore
{
public:
    QHash<QString, QByteArray> entries;
    QStringList asked;
    QList<std::function<void()>> waiting;

    bool step()
    {
        if (waiting.isEmpty())
            return false;
        waiting.takeFirst()();
        return true;
    }
    QString name() const override { return u"Steps"_s; }
    void read(const QString &entry, std::function<void(Answer)> done) override
    {
        ask(u"read"_s, [this, entry, done] {
            const bool isThere = entries.contains(entry);
            done({isThere ? Answer::Found : Answer::NotFound, entries.value(entry)});
        });
    }
    void write(const QString &entry, const QByteArray &secret, std::function<void(Answer)> done) override
    {
        ask(u"write"_s, [this, entry, secret, done] {
            entries.insert(entry, secret);
            done({Answer::Found});
        });
    }
    void remove(const QString &entry, std::function<void(Answer)> done) override
    {
        ask(u"remove"_s, [this, entry, done] {
            entries.remove(entry);
            done({Answer::Found});
        });
    }
    void keepForSession(const QString &, const QByteArray &) override {}
    bool isKeptForSession(const QString &) const override { return false; }

private:
    void ask(const QString &what, std::function<void()> answer)
    {
        asked.append(what);
        waiting.append(std::move(answer));
    }
};

} // namespace

class TestKeyTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesAll()
    {
        MemorySecretStore store;
        KeyTransfer transfer(store);
        const QSignalSpy finished(&transfer, &KeyTransfer::finished);
        const QSignalSpy progressed(&transfer, &KeyTransfer::progressed);
        transfer.begin(someImport().keys);
        QVERIFY(transfer.isRunning());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished.first()[0].value<QList<ImportedKey>>().isEmpty());
        QCOMPARE(progressed.size(), 3);
        QCOMPARE(store.entries.value(first), QByteArray("sk-one"));
        QCOMPARE(store.entries.value(second), QByteArray("sk-two"));
        QVERIFY(!transfer.isRunning());
    }

    void putsBackWhatStoodThere()
    {
        MemorySecretStore store;
        store.entries = {{first, "sk-before"}};
        KeyTransfer transfer(store);
        const QSignalSpy finished(&transfer, &KeyTransfer::finished);
        transfer.begin(someImport().keys);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(store.entries.size(), 2);
        transfer.takeBack();
        QTRY_COMPARE(store.entries, (QHash<QString, QByteArray>{{first, "sk-before"}}));
    }

    void putsBackAKeyOfTheSession()
    {
        MemorySecretStore store;
        store.session = {{first, "sk-session"}};
        KeyTransfer transfer(store);
        const QSignalSpy finished(&transfer, &KeyTransfer::finished);
        transfer.begin({someImport().keys[0]});
        QTRY_COMPARE(finished.size(), 1);
        transfer.takeBack();
        QTRY_VERIFY(store.entries.isEmpty());
        QTRY_COMPARE(store.session.value(first), QByteArray("sk-session"));
    }

    void destroyingPutsBackWhatIsUnderWay()
    {
        StepStore store;
        auto transfer = std::make_unique<KeyTransfer>(store);
        transfer->begin(someImport().keys);
        QVERIFY(store.step());
        QCOMPARE(store.asked, (QStringList{u"read"_s, u"write"_s}));
        transfer.reset();
        while (store.step()) {
        }
        QCOMPARE(store.asked, (QStringList{u"read"_s, u"write"_s, u"remove"_s}));
        QVERIFY(store.entries.isEmpty());
    }

    void whatIsKeptStays()
    {
        MemorySecretStore store;
        {
            KeyTransfer transfer(store);
            const QSignalSpy finished(&transfer, &KeyTransfer::finished);
            transfer.begin(someImport().keys);
            QTRY_COMPARE(finished.size(), 1);
            transfer.keep();
        }
        QCoreApplication::processEvents();
        QCOMPARE(store.entries.size(), 2);
        QCOMPARE(store.removals, 0);
    }

    void beginsAgainOnlyWhenAllIsPutBack()
    {
        StepStore store;
        KeyTransfer transfer(store);
        const QSignalSpy finished(&transfer, &KeyTransfer::finished);
        transfer.begin({someImport().keys[0]});
        QVERIFY(store.step());
        transfer.takeBack(); // the first write is under way
        transfer.begin({someImport().keys[0]});
        QCOMPARE(store.asked, (QStringList{u"read"_s, u"write"_s}));
        while (store.step()) {
        }
        QCOMPARE(store.asked, (QStringList{u"read"_s, u"write"_s, u"remove"_s, u"read"_s, u"write"_s}));
        QCOMPARE(finished.size(), 1);
        QCOMPARE(store.entries.value(first), QByteArray("sk-one"));
    }

    void goesOnAfterARefusal()
    {
        MemorySecretStore store;
        store.state = SecretStore::Answer::Locked;
        KeyTransfer transfer(store);
        const QSignalSpy finished(&transfer, &KeyTransfer::finished);
        transfer.begin(someImport().keys);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first()[0].value<QList<ImportedKey>>().size(), 2);
        QCOMPARE(finished.first()[1].toString(), u"the test keychain does not open"_s);
        QCOMPARE(store.writes, 0);
        store.state = SecretStore::Answer::Found;
        transfer.begin(someImport().keys);
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(store.entries.size(), 2);
    }
};

QTEST_MAIN(TestKeyTransfer)
#include "tst_key_transfer.moc"
