// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/yaml_tree.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

//! The YAML reader: what it makes of well-formed texts, and that nothing hostile gets through.
class TestYamlTree final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void saysThatMoreFollows();
};

namespace {

//! \a node in one line: `{a: 1, b: [x, ~]}`.
QString shown(const YamlNode &node)
{
    QStringList parts;
    switch (node.kind) {
    case YamlNode::Null:
        return u"~"_s;
    case YamlNode::Scalar:
        return node.text;
    case YamlNode::List:
        for (const YamlNode &item : node.items)
            parts.append(shown(item));
        return u'[' + parts.join(u", "_s) + u']';
    case YamlNode::Map:
        for (const auto &member : node.members)
            parts.append(QString(member.first + u": "_s + shown(member.second)));
        return u'{' + parts.join(u", "_s) + u'}';
    }
    return {};
}

//! Nine anchors, each nine times the one before: a billion nodes in a few lines.
QByteArray laughs()
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 10; ++i) {
        const QByteArray last = QByteArray("*a") + QByteArray::number(i - 1);
        QByteArrayList nine;
        for (int n = 0; n < 9; ++n)
            nine.append(last);
        const QByteArray name = QByteArray::number(i);
        text += "a" + name + ": &a" + name + " [" + nine.join(", ") + "]\n";
    }
    return text;
}

//! One long text, and aliases of it: few nodes, many characters.
QByteArray copies()
{
    QByteArray text = "a: &a " + QByteArray(1024 * 1024, 'x') + "\nb:\n";
    for (int i = 0; i < 20; ++i)
        text += "  - *a\n";
    return text;
}

} // namespace

void TestYamlTree::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("tree");
    QTest::newRow("block") << QByteArray("a: 1\nb:\n  - x\n  - ~\n") << u"{a: 1, b: [x, ~]}"_s;
    QTest::newRow("flow, as JSON") << QByteArray(R"({"a": [1, "~", null]})") << u"{a: [1, ~, ~]}"_s;
    QTest::newRow("comment, quotes") << QByteArray("a: 'x # y' # z\n") << u"{a: x # y}"_s;
    QTest::newRow("long text") << QByteArray("a: |\n  one\n  two\n") << u"{a: one\ntwo\n}"_s;
    QTest::newRow("alias") << QByteArray("a: &x {k: 1}\nb: *x\n") << u"{a: {k: 1}, b: {k: 1}}"_s;
    QTest::newRow("merge") << QByteArray("a: &x {k: 1, l: 2}\nb:\n  l: 3\n  <<: *x\n")
                           << u"{a: {k: 1, l: 2}, b: {l: 3, k: 1}}"_s;
    QTest::newRow("merge of several") << QByteArray("a: &x {k: 1}\nb: &y {k: 2, m: 3}\nc: {<<: [*x, *y]}\n")
                                      << u"{a: {k: 1}, b: {k: 2, m: 3}, c: {k: 1, m: 3}}"_s;
    QTest::newRow("tags are nothing") << QByteArray("a: !!python/object:os.system x\n") << u"{a: x}"_s;
    QTest::newRow("empty") << QByteArray() << u"~"_s;
}

void TestYamlTree::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, tree);
    const Result<YamlText> yaml = parseYaml(text);
    QVERIFY2(yaml, yaml ? "" : qPrintable(yaml.error().message));
    QCOMPARE(shown(yaml->root), tree);
    QVERIFY(!yaml->hasMore);
}

void TestYamlTree::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("tab") << QByteArray("a:\n\tb: 1\n") << u"line 2"_s;
    QTest::newRow("doubled name") << QByteArray("a: 1\nb: 2\na: 3\n") << u"line 3, column 1"_s;
    QTest::newRow("doubled name in flow") << QByteArray("{a: 1, a: 2}") << u"twice"_s;
    QTest::newRow("not UTF-8") << QByteArray("a: \xff\xfe\n") << u"UTF-8"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                          "a\0:\0 \0b\0",
                                          10)
                            << u"UTF-8"_s;
    QTest::newRow("billion laughs") << laughs() << u"more in the file"_s;
    QTest::newRow("copies of a long text") << copies() << u"more in the file"_s;
    QTest::newRow("a long name") << QByteArray(QByteArray(1001, 'x') + ": 1") << u"1,000 characters"_s;
    QTest::newRow("many nodes") << QByteArray("[" + QByteArray("x,").repeated(150'000) + "]")
                                << u"more in the file"_s;
    QTest::newRow("deep") << QByteArray(QByteArray(100'000, '[')) << u"levels"_s;
    QTest::newRow("deep block") << QByteArray(QByteArray("- ").repeated(1'000) + "x") << u"levels"_s;
    QTest::newRow("within itself") << QByteArray("a: &x [*x]\n") << u"alias"_s;
    QTest::newRow("unknown alias") << QByteArray("a: *x\n") << u"alias"_s;
    QTest::newRow("list as a name") << QByteArray("? [a, b]\n: 1\n") << u"name must be a text"_s;
    QTest::newRow("open quote") << QByteArray("a: 'x\n") << u"line"_s;
    QTest::newRow("zero byte") << QByteArray("a: x\0y\n", 7) << u"line"_s;
}

void TestYamlTree::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, part);
    const Result<YamlText> yaml = parseYaml(text);
    QVERIFY(!yaml);
    QVERIFY2(yaml.error().message.contains(part), qPrintable(yaml.error().message));
}

void TestYamlTree::saysThatMoreFollows()
{
    const Result<YamlText> yaml = parseYaml("a: 1\n---\nb: 2\n");
    QVERIFY(yaml);
    QCOMPARE(shown(yaml->root), u"{a: 1}"_s);
    QVERIFY(yaml->hasMore);
}

QTEST_GUILESS_MAIN(TestYamlTree)
#include "tst_yaml_tree.moc"
