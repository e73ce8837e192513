// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/config/write_rows.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! Entries of lists keep their texts, and the comments about them, when they change places or names.
class TestConfigWriteLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_data();
    void lists() { checkRow(); }
    void texts_data();
    void texts() { checkRow(); }
    void comments_data();
    void comments() { checkRow(); }
};

void TestConfigWriteLists::lists_data()
{
    writeColumns();
    const Change swap = [](Config &config) { config.providers.swapItemsAt(0, 1); };
    const Change removeFirst = [](Config &config) { config.providers.removeFirst(); };
    const Change removeLast = [](Config &config) { config.providers.removeLast(); };
    const char *two = "{\n  'providers': [\n    { 'id': 'a', 'x': 1 },\n    { 'id': 'b' }\n  ]\n}";
    row("swapped", two, swap, "{\n  'providers': [\n    { 'id': 'b' },\n    { 'id': 'a', 'x': 1 }\n  ]\n}");
    row("swapped on one line", "{ 'providers': [{ 'id': 'a', 'x': 1 }, { 'id': 'b' }] }", swap,
        "{ 'providers': [{ 'id': 'b' }, { 'id': 'a', 'x': 1 }] }");
    row(
        "swapped and changed", two,
        [](Config &config) {
            config.providers.swapItemsAt(0, 1);
            config.providers[1].enabled = false;
        },
        "{\n  'providers': [\n    { 'id': 'b' },\n    { 'id': 'a', 'x': 1, 'enabled': false }\n  ]\n}");
    row("first removed", two, removeFirst, "{\n  'providers': [\n    { 'id': 'b' }\n  ]\n}");
    row("last removed", two, removeLast, "{\n  'providers': [\n    { 'id': 'a', 'x': 1 }\n  ]\n}");
    row(
        "all removed", two, [](Config &config) { config.providers.clear(); }, "{\n  'providers': []\n}");
    row("only one removed, trailing commas", "{\n  'providers': [\n    { 'id': 'a' },\n  ],\n}", removeLast,
        "{\n  'providers': [],\n}");
    row(
        "inserted", two, [](Config &config) { config.providers.insert(1, custom(u"c"_s)); },
        "{\n  'providers': [\n    { 'id': 'a', 'x': 1 },\n    { 'id': 'c', 'baseUrl': 'https://c.example/v1' "
        "},\n"
        "    { 'id': 'b' }\n  ]\n}");
    row(
        "inserted first", two, [](Config &config) { config.providers.prepend(custom(u"c"_s)); },
        "{\n  'providers': [\n    { 'id': 'c', 'baseUrl': 'https://c.example/v1' },\n    { 'id': 'a', 'x': 1 "
        "},\n"
        "    { 'id': 'b' }\n  ]\n}");
    row(
        "beside brackets on one line", "{ 'providers': [{\n  'id': 'a'\n}] }",
        [](Config &config) { config.providers.append(custom(u"c"_s)); },
        "{ 'providers': [{\n  'id': 'a'\n}, { 'id': 'c', 'baseUrl': 'https://c.example/v1' }] }");
    row(
        "renamed", "{ 'clients': [{ 'name': 'A', 'own': 1, 'keyHash': 'h' }, { 'name': 'B' }] }",
        [](Config &config) { config.clients[0].name = u"C"_s; },
        "{ 'clients': [{ 'name': 'C', 'own': 1, 'keyHash': 'h' }, { 'name': 'B' }] }");
    row(
        "replaced by another", "{ 'clients': [{ 'name': 'A', 'own': 1, 'keyHash': 'h' }] }",
        [](Config &config) {
            config.clients = {{u"B"_s, "i"}};
        },
        "{ 'clients': [{ 'name': 'B', 'keyHash': 'i', 'models': ['*'] }] }");
    row(
        "two of one name", "{ 'providers': [{ 'id': 'a', 'x': 1 }, { 'id': 'a', 'x': 2 }] }",
        [](Config &config) { config.providers[1].enabled = false; },
        "{ 'providers': [{ 'id': 'a', 'x': 1 }, { 'id': 'a', 'x': 2, 'enabled': false }] }");
    row(
        "targets",
        "{ 'routes': [{ 'model': 'r', 'targets': [{ 'provider': 'a', 'model': 'm', 'x': 1 }, { "
        "'provider': 'b', 'model': 'm' }, { 'provider': 'a', 'model': 'n', 'weight': 3 }] }] }",
        [](Config &config) {
            QList<RouteTarget> &targets = config.routes[0].targets;
            targets.move(2, 0);
            targets[1].weight = 0;
            targets[2].provider = u"c"_s;
        },
        "{ 'routes': [{ 'model': 'r', 'targets': [{ 'provider': 'a', 'model': 'n', 'weight': 3 }, { "
        "'provider': "
        "'a', 'model': 'm', 'x': 1, 'weight': 0 }, { 'provider': 'c', 'model': 'm' }] }] }");
}

void TestConfigWriteLists::texts_data()
{
    writeColumns();
    row(
        "models as texts",
        "{ 'providers': [{ 'id': 'a', 'models': ['m', {'id': 'n', 'alias': 'N'}, 'o'] }] }",
        [](Config &config) {
            config.providers[0].models = {{u"o"_s}, {u"m"_s, u"M"_s}, {u"n"_s}, {u"p"_s}};
        },
        "{ 'providers': [{ 'id': 'a', 'models': ['o', { 'id': 'm', 'alias': 'M' }, {'id': 'n'}, 'p'] }] }");
    row(
        "models as objects", "{ 'providers': [{ 'id': 'a', 'models': [{ 'id': 'm' }] }] }",
        [](Config &config) { config.providers[0].models.append({u"n"_s}); },
        "{ 'providers': [{ 'id': 'a', 'models': [{ 'id': 'm' }, { 'id': 'n' }] }] }");
    row(
        "texts", "{ 'listener': { 'allowedHosts': [ 'a', 'b' ] } }",
        [](Config &config) {
            config.listener.allowedHosts = {u"b"_s, u"c"_s, u"b"_s};
        },
        "{ 'listener': { 'allowedHosts': [ 'b', 'c', 'b' ] } }");
    row(
        "a default list that becomes empty", "{}",
        [](Config &config) { config.listener.allowedOrigins.clear(); },
        "{ 'listener': { 'allowedOrigins': [] } }");
    row(
        "headers", "{ 'providers': [{ 'id': 'a', 'headers': { 'A': '1', 'B': '2', 'C': '3' } }] }",
        [](Config &config) {
            config.providers[0].headers = {{"C", "3"}, {"A", "4"}, {"D", "5"}};
        },
        "{ 'providers': [{ 'id': 'a', 'headers': { 'C': '3', 'A': '4', 'D': '5' } }] }");
}

void TestConfigWriteLists::comments_data()
{
    writeColumns();
    const Change swap = [](Config &config) { config.providers.swapItemsAt(0, 1); };
    const Change removeFirst = [](Config &config) { config.providers.removeFirst(); };
    const Change removeLast = [](Config &config) { config.providers.removeLast(); };
    const char *two =
        "{\n  'providers': [ // mine\n    // about a,\n    { 'id': 'a' }, // a's ]\n    /* about\n"
        "       b */\n    { 'id': 'b' } // b's\n    // end\n  ]\n}";
    row("move along", two, swap,
        "{\n  'providers': [ // mine\n    /* about\n       b */\n    { 'id': 'b' }, // b's\n    // about "
        "a,\n    "
        "{ 'id': 'a' } // a's ]\n    // end\n  ]\n}");
    row("stay when the first goes", two, removeFirst,
        "{\n  'providers': [ // mine\n    // about a,\n    // a's ]\n    /* about\n       b */\n    { 'id': "
        "'b' } "
        "// b's\n    // end\n  ]\n}");
    row("stay when the last goes", two, removeLast,
        "{\n  'providers': [ // mine\n    // about a,\n    { 'id': 'a' } // a's ]\n    /* about\n       b "
        "*/\n    "
        "// b's\n    // end\n  ]\n}");
    row(
        "stay when all goes", two, [](Config &config) { config.providers.clear(); },
        "{\n  'providers': [ // mine\n    // about a,\n    // a's ]\n    /* about\n       b */\n    // b's\n "
        "   "
        "// end\n  ]\n}");
    row(
        "come before what is added", two, [](Config &config) { config.providers.append(custom(u"c"_s)); },
        "{\n  'providers': [ // mine\n    // about a,\n    { 'id': 'a' }, // a's ]\n    /* about\n       b "
        "*/\n   "
        " { 'id': 'b' }, // b's\n    // end\n    { 'id': 'c', 'baseUrl': 'https://c.example/v1' }\n  ]\n}");
    row("never swallow what follows", "{ 'providers': [\n  { 'id': 'a' }, { 'id': 'b' } // b\n] }", swap,
        "{ 'providers': [\n  { 'id': 'b' }, // b\n  { 'id': 'a' }\n] }");
    row("before a comma", "{ 'providers': [ { 'id': 'a' } // a\n , { 'id': 'b' } ] }", swap,
        "{ 'providers': [ { 'id': 'b' }, { 'id': 'a' } // a\n  ] }");
    row("on one line", "{ 'providers': [ { 'id': 'a' } /* a */, /* b */ { 'id': 'b' } ] }", removeFirst,
        "{ 'providers': [ /* a */ /* b */ { 'id': 'b' } ] }");
    row("in CRLF", "{\r\n  'providers': [\r\n    { 'id': 'a' }, // a\r\n    { 'id': 'b' } // b\r\n  ]\r\n}",
        swap, "{\r\n  'providers': [\r\n    { 'id': 'b' }, // b\r\n    { 'id': 'a' } // a\r\n  ]\r\n}");
    row(
        "of a field", "{\n  // the port\n  'listener': { 'port': 1 }, // free\n  'x': 1 // unknown\n}",
        [](Config &config) { config.listener.port = 2; },
        "{\n  // the port\n  'listener': { 'port': 2 }, // free\n  'x': 1 // unknown\n}");
}

QTEST_GUILESS_MAIN(TestConfigWriteLists)
#include "tst_config_write_lists.moc"
