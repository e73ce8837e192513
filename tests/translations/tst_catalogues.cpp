// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

//! One text of a catalogue.
struct Message
{
    QString context;
    QString source;
    bool plural = false;
    QString type;      //!< `unfinished`, `vanished`; empty: whole
    QStringList texts; //!< one, or one for each plural form

    QByteArray name() const { return QByteArray(context.toUtf8() + ": " + source.toUtf8()); }
};

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.type = xml.attributes().value("type"_L1).toString();
    QString text;
    while (xml.readNext() != QXmlStreamReader::EndElement && !xml.hasError()) {
        if (xml.isStartElement())
            message.texts.append(xml.readElementText());
        else if (xml.isCharacters())
            text += xml.text();
    }
    if (!message.plural)
        message.texts = {text};
}

QList<Message> messagesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages.append({context, {}, xml.attributes().value("numerus"_L1) == "yes"_L1, {}, {}});
        else if (xml.name() == "source"_L1)
            messages.last().source = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            readTranslation(xml, messages.last());
    }
    return xml.hasError() ? QList<Message>{} : messages;
}

QString catalogue(const QString &language)
{
    return QStringLiteral(SOURCES "/translations/gatehouse_%1.ts").arg(language);
}

QStringList matchesOf(const char *pattern, const QString &text)
{
    QStringList found;
    QRegularExpressionMatchIterator it = QRegularExpression(QString::fromLatin1(pattern)).globalMatch(text);
    while (it.hasNext())
        found.append(it.next().captured());
    std::sort(found.begin(), found.end());
    return found;
}

//! `%1`, `%L1`, `%n`, `%Ln`, in the order of the alphabet; `%n` may be written out.
QStringList placesIn(const QString &text, bool singular)
{
    QStringList places = matchesOf("%L?[0-9n]+", text);
    if (singular)
        places.removeIf([](const QString &place) { return place.endsWith(u'n'); });
    return places;
}

} // namespace

//! The catalogues say all that the sources say, and fit it.
class TestCatalogues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coverTheSources_data();
    void coverTheSources();
    void areWhole_data() { coverTheSources_data(); }
    void areWhole();
    void keepPlaceholders_data() { coverTheSources_data(); }
    void keepPlaceholders();
    void keepMnemonics_data() { coverTheSources_data(); }
    void keepMnemonics();
    void keepEllipses_data() { coverTheSources_data(); }
    void keepEllipses();
};

void TestCatalogues::coverTheSources_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("forms"); // of a plural
    QTest::addRow("English") << u"en"_s << 2;
    QTest::addRow("Simplified Chinese") << u"zh_CN"_s << 1;
}

void TestCatalogues::coverTheSources()
{
    QFETCH(const QString, language);
    if (!QFileInfo(QStringLiteral(LUPDATE)).isExecutable())
        QSKIP("lupdate of Qt's LinguistTools is not installed");
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"gatehouse_%1.ts"_s.arg(language));
    QVERIFY(QFile::copy(catalogue(language), copy));
    QStringList arguments{u"-silent"_s, u"-I"_s, QStringLiteral(SOURCES), u"-locations"_s, u"none"_s};
    arguments += QStringLiteral(ROOMS).split(u' ');
    if (language == "en"_L1)
        arguments += u"-pluralonly"_s;
    arguments += {u"-ts"_s, copy};
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(SOURCES));
    lupdate.start(QStringLiteral(LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(60000));
    QCOMPARE(lupdate.exitCode(), 0);

    const QList<Message> messages = messagesIn(copy);
    QVERIFY(!messages.isEmpty());
    QByteArray stale;
    for (const Message &message : messages) {
        if (!message.type.isEmpty())
            stale.append('\n').append(message.type.toUtf8()).append(' ').append(message.name());
    }
    const QByteArray what("run the target update_translations, then translate:");
    QVERIFY2(stale.isEmpty(), QByteArray(what + stale).constData());
}

void TestCatalogues::areWhole()
{
    QFETCH(const QString, language);
    QFETCH(const int, forms);
    const QList<Message> messages = messagesIn(catalogue(language));
    QVERIFY(!messages.isEmpty());
    for (const Message &message : messages) {
        QVERIFY2(message.type.isEmpty(), message.name().constData());
        QCOMPARE(message.texts.size(), message.plural ? forms : 1);
        for (const QString &text : message.texts)
            QVERIFY2(!text.trimmed().isEmpty(), message.name().constData());
    }
}

void TestCatalogues::keepPlaceholders()
{
    QFETCH(const QString, language);
    QFETCH(const int, forms);
    const QList<Message> messages = messagesIn(catalogue(language));
    for (const Message &message : messages) {
        for (qsizetype i = 0; i < message.texts.size(); ++i) {
            const bool singular = message.plural && forms > 1 && i == 0;
            QVERIFY2(placesIn(message.texts[i], singular) == placesIn(message.source, singular),
                     message.name().constData());
        }
    }
}

void TestCatalogues::keepMnemonics()
{
    QFETCH(const QString, language);
    const QList<Message> messages = messagesIn(catalogue(language));
    for (const Message &message : messages) {
        const auto keys = [](const QString &text) {
            return matchesOf("&(?!&)\\S", QString(text).remove(u"&&"_s)).size();
        };
        for (const QString &text : message.texts)
            QVERIFY2(keys(text) == keys(message.source), message.name().constData());
    }
}

//! An ellipsis says that a dialog follows, or that something is going on.
void TestCatalogues::keepEllipses()
{
    QFETCH(const QString, language);
    const QList<Message> messages = messagesIn(catalogue(language));
    for (const Message &message : messages) {
        for (const QString &text : message.texts)
            QVERIFY2(text.endsWith(u'…') == message.source.endsWith(u'…'), message.name().constData());
    }
}

QTEST_GUILESS_MAIN(TestCatalogues)
#include "tst_catalogues.moc"
