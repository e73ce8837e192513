// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_versions.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Earlier versions of config.json: the last ten, private, and never with a secret.
class TestConfigVersions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_versions = std::make_unique<ConfigVersions>(m_folder->filePath(u"data"_s));
    }

    void nothingYet()
    {
        QVERIFY(m_versions->list().isEmpty());
        QVERIFY(!QFileInfo::exists(folder()));
        QCOMPARE(m_versions->keep(" \n"), QString());
        QVERIFY(m_versions->list().isEmpty());
    }

    void keepsTheLastTen()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        for (int i = 0; i < 13; ++i)
            QCOMPARE(m_versions->keep(text(i)), QString());
        const QList<ConfigVersion> versions = m_versions->list();
        QCOMPARE(versions.size(), 10);
        static const QRegularExpression form(
            QRegularExpression::anchoredPattern(uR"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z\.json)"_s));
        QStringList names;
        for (int i = 0; i < 10; ++i) {
            const ConfigVersion &version = versions[i];
            QCOMPARE(m_versions->read(version.path).value(), text(12 - i));
            QCOMPARE(version.bytes, text(12 - i).size());
            QCOMPARE(version.time.timeSpec(), Qt::UTC);
            QVERIFY(version.time >= before.addMSecs(-1) && version.time < before.addSecs(60));
            names.append(QFileInfo(version.path).fileName());
            QVERIFY2(form.match(names.last()).hasMatch(), qPrintable(names.last()));
        }
        QCOMPARE(QDir(folder()).entryList(QDir::Files, QDir::Name | QDir::Reversed), names);
    }

    void isPrivate()
    {
        QDir().mkpath(folder());
        QVERIFY(QFile::setPermissions(folder(), QFile::Permissions(0x7755)));
        QCOMPARE(m_versions->keep(text(1)), QString());
        constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(folder()), owner | QFile::ExeOwner | QFile::ExeUser);
        QCOMPARE(QFile::permissions(m_versions->list()[0].path), owner);
    }

    void theSameIsKeptOnce()
    {
        for (const QByteArray &one : {text(1), text(1), text(2), text(2), text(1)})
            QCOMPARE(m_versions->keep(one), QString());
        QCOMPARE(m_versions->list().size(), 3);
    }

    void secretsAreNotKept()
    {
        const QByteArray secret = "{ \"providers\": [ { \"id\": \"a\", \"apiKey\": [\"Hush\", \"${A}\"] } ]";
        QCOMPARE(m_versions->keep(secret + " }"), QString());
        QCOMPARE(m_versions->keep(secret + " }"), QString());
        QCOMPARE(m_versions->list().size(), 1);
        QCOMPARE(m_versions->read(m_versions->list()[0].path).value(),
                 QByteArray("{ \"providers\": [ { \"id\": \"a\", \"apiKey\": [\"\", \"${A}\"] } ] }"));
        QCOMPARE(m_versions->keep(secret), QString()); // damaged, but a person may want it back
        QVERIFY(!m_versions->read(m_versions->list()[0].path)->contains("Hush"));
        QCOMPARE(m_versions->list().size(), 2);
    }

    void aClockThatWasSetBack()
    {
        QDir().mkpath(folder());
        put(u"2999-12-31T23-59-59.999Z.json"_s, "{}");
        QCOMPARE(m_versions->keep(text(1)), QString());
        QCOMPARE(QFileInfo(m_versions->list()[0].path).fileName(), u"3000-01-01T00-00-00.000Z.json"_s);
        QCOMPARE(m_versions->read(m_versions->list()[0].path).value(), text(1));
    }

    void otherFilesAreNoVersions()
    {
        QDir().mkpath(folder());
        const QStringList names = {u"config.json"_s, u"2026-11-25T10-15-03.123Z.json~"_s,
                                   u"2026-13-25T10-15-03.123Z.json"_s, u"2026-11-25T10-15-03Z.json"_s,
                                   u"2026-11-25T10-15-03.123Z.json.a1b2"_s};
        for (const QString &name : names)
            put(name, "{}");
        QVERIFY(QFile::link(u"config.json"_s, folder() + u"/2026-11-25T10-15-03.123Z.json"_s));
        QVERIFY(QDir(folder()).mkdir(u"2026-11-25T10-15-04.123Z.json"_s));
        QVERIFY(m_versions->list().isEmpty());
        for (int i = 0; i < 12; ++i)
            QCOMPARE(m_versions->keep(text(i)), QString());
        for (const QString &name : names)
            QVERIFY(QFileInfo::exists(folder() + u'/' + name));
    }

    void readsNothingElse()
    {
        QCOMPARE(m_versions->keep(text(1)), QString());
        put(u"other.json"_s, "{}");
        const QString name = QFileInfo(m_versions->list()[0].path).fileName();
        const QStringList paths = {folder() + "/other.json"_L1, u"/etc/hostname"_s, name,
                                   folder() + "/../versions/"_L1 + name, QString()};
        for (const QString &path : paths)
            QVERIFY(!m_versions->read(path));
    }

    void failuresAreToldNotThrown()
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(u"data"_s)));
        QFile blocked(folder()); // a file where the folder should be
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        QVERIFY(m_versions->keep(text(1)).contains(folder()));
        QVERIFY(m_versions->list().isEmpty());
        QVERIFY(!m_versions->keep(QByteArray(1024 * 1024 + 1, 'x')).isEmpty());
    }

private:
    QString folder() const { return m_folder->filePath(u"data/versions"_s); }
    static QByteArray text(int number) { return "{ \"x\": " + QByteArray::number(number) + " }\n"; }
    void put(const QString &name, const QByteArray &content) const
    {
        QFile file(folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConfigVersions> m_versions;
};

QTEST_GUILESS_MAIN(TestConfigVersions)
#include "tst_config_versions.moc"
