// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/proc_text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;

//! What proc(5) says is read right, and nothing that it says does harm: names and arguments are other
//! programs' own.
class TestProcText : public QObject
{
    Q_OBJECT

    static QByteArray words(const QByteArrayList &arguments)
    {
        return arguments.isEmpty() ? QByteArray() : QByteArray(arguments.join('\0') + '\0');
    }

    //! As the kernel writes an address that is four bytes in memory.
    static QByteArray inMachineOrder(const char (&bytes)[5])
    {
        quint32 word = 0;
        memcpy(&word, bytes, sizeof word);
        return QByteArray::number(word, 16).rightJustified(8, '0').toUpper();
    }

private Q_SLOTS:
    void tcpLines_data()
    {
        QTest::addColumn<QByteArray>("local");
        QTest::addColumn<QByteArray>("remote");
        QTest::addColumn<QByteArray>("inode");
        QTest::addColumn<bool>("found");
        const QByteArray four = inMachineOrder("\x7f\0\0\1");
        const QByteArray other = inMachineOrder("\x0a\0\0\1");
        const QByteArray zero(8, '0');
        const QByteArray six = zero + zero + zero + inMachineOrder("\0\0\0\1");
        const QByteArray mapped = zero + zero + inMachineOrder("\0\0\xff\xff") + four;
        const QByteArray ports[] = {":C5A2", ":0539"};
        const auto row = [&](const char *name, const QByteArray &local, const QByteArray &remote, bool found,
                             const QByteArray &inode = "4711") {
            QTest::newRow(name) << QByteArray(local + ports[0]) << QByteArray(remote + ports[1]) << inode
                                << found;
        };
        row("IPv4", four, four, true);
        row("another loopback address", inMachineOrder("\x7f\1\2\3"), four, true);
        row("IPv6", six, six, true);
        row("IPv4 in IPv6", mapped, mapped, true);
        row("from elsewhere", other, four, false);
        row("to elsewhere", four, other, false);
        row("any IPv6", zero + zero + zero + zero, six, false);
        row("nobody's any more", four, four, false, "0");
        row("no inode", four, four, false, "x");
        row("negative inode", four, four, false, "-1");
        row("huge inode", four, four, false, "99999999999999999999999");
        row("short address", "7F", four, false);
        row("no hex", "0100007G", four, false);
        row("no address", "", four, false);
    }

    void tcpLines()
    {
        QFETCH(QByteArray, local);
        QFETCH(QByteArray, remote);
        QFETCH(QByteArray, inode);
        QFETCH(bool, found);
        const QByteArray line = "   0: " + local + ' ' + remote +
                                " 01 00000000:00000000 00:00000000 00000000  1000        0 " + inode +
                                " 1 0000000000000000 20 4 30 10 -1\n";
        const auto socket = readTcpLine(line);
        QCOMPARE(socket.has_value(), found);
        if (found)
            QCOMPARE(*socket, (LoopbackSocket{{0xc5a2, 0x0539}, 1000, 4711}));
    }

    void otherTexts()
    {
        QVERIFY(!readTcpLine("  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt"
                             "   uid  timeout inode"));
        QCOMPARE(readSocketLink("socket:[123]").value_or(0), 123U);
        for (const char *bad : {"", "socket:[]", "socket:[12", "socket:[-1]", "socket:[1x]", "pipe:[123]",
                                "/home/x/socket:[1]", "socket:", "]"})
            QVERIFY2(!readSocketLink(bad), bad);
        const QByteArray rest = " S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 555 20";
        for (const char *name : {"cat", "a) S 9 (b", "", "a\nb"}) {
            const QByteArray stat = QByteArray("42 (") + name + ')' + rest;
            QCOMPARE(readStartTime(stat).value_or(0), 555U);
        }
        for (const char *bad : {"", "42", "42 (cat", "42 (cat)", "42 (cat) S 1 2", ")"})
            QVERIFY2(!readStartTime(bad), bad);
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("comm");
        QTest::addColumn<QByteArrayList>("arguments");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char *name, const QByteArray &comm, const QByteArrayList &arguments) {
            QTest::addRow("%s, %s", name, arguments.join(' ').left(40).constData())
                << comm << arguments << QByteArray(name);
        };
        row("curl", "curl\n", {"curl", "-H", "Authorization: Bearer sk-1", "http://127.0.0.1:1337/v1"});
        row("claude", "node\n", {"node", "/usr/bin/claude"});
        row("claude", "node",
            {"node", "--no-warnings", "--max-old-space-size=8192", "/usr/bin/claude", "-p"});
        row("claude", "MainThread", {"/usr/bin/node", "/usr/bin/claude"});
        row("MainThread", "MainThread", {"/usr/bin/thing", "/usr/bin/claude"});
        row("claude", "claude", {"claude"});
        row("node", "node", {"node", "-e", "fetch('sk-secret')"});
        row("node", "node", {"node", "--require", "secret", "x.js"});
        row("node", "node", {"node"});
        row("node", "node", {});
        row("aider", "python3", {"python3", "/home/u/.local/bin/aider", "--key", "sk-secret"});
        row("aider", "python3.11", {"/usr/bin/python3.11", "-u", "-m", "aider"});
        row("python3", "python3", {"python3", "-c", "print('secret')"});
        row("python3", "python3", {"python3", "-W", "secret", "x.py"});
        row("python3", "python3", {"python3", "-m", "-secret"});
        row("python3", "python3", {"python3", "a b;c"});
        row("python3", "python3", {"python3", ""});
        row("python3", "python3", {"python3", "/tmp/"});
        row("run.sh", "bash", {"bash", "-eu", "./run.sh", "secret"});
        row("bash", "bash", {"bash", "-c", "curl secret"});
        row("bash", "bash", {"-bash"});
        row("bash", "bash", {"bash", "-s", "secret"});
        row("app.jar", "java", {"java", "-Xmx2g", "-Dkey=secret", "-jar", "/opt/app.jar"});
        row("java", "java", {"java", "-cp", "secret", "com.example.Main"});
        row("com.example.Main", "java", {"java", "-ea", "com.example.Main"});
        row("server.ts", "deno", {"deno", "run", "--allow-net", "server.ts"});
        row("gnome-terminal-server", "gnome-terminal-", {"/usr/libexec/gnome-terminal-server"});
        row("gnome-terminal-", "gnome-terminal-", {"/usr/libexec/gnome-terminal-a secret"});
        row("npm", "npm exec secret", {"npm exec secret --and more"});
        row("Web Content", "Web Content", {"/usr/lib/firefox/firefox", "-contentproc"});
        row("", "", {});
    }

    void names()
    {
        QFETCH(QByteArray, comm);
        QFETCH(QByteArrayList, arguments);
        QTEST(programName(comm, words(arguments)), "name");
    }

    void namesAreShortAndPrintable()
    {
        QCOMPARE(programName("a\x1b[31m\nb\xff", {}), "a?[31m?b\xef\xbf\xbd");
        QCOMPARE(programName(QByteArray(100, 'x'), {}), QByteArray(40, 'x'));
        QCOMPARE(programName("python3", words({"python3", QByteArray(41, 'x')})), "python3");
        QCOMPARE(programName("node", "node\0/usr/bin/cla"), "node"); // cut off: no end of a word
    }

    void survivesAnything()
    {
        QRandomGenerator random(4711);
        const QByteArray line = "   0: 0100007F:0539 0100007F:C5A2 01 00000000:00000000 00:00000000 00000000"
                                "  1000        0 12345 1 0000000000000000 20 4 30 10 -1";
        const QByteArray stat = "42 (cat) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 555 20";
        const QByteArray cmdline = words({"python3", "-u", "-m", "aider", "--x=y", "/a/b"});
        for (int i = 0; i < 30'000; ++i) {
            QByteArray text = i % 3 == 0 ? line : i % 3 == 1 ? stat : cmdline;
            for (int change = random.bounded(6); change >= 0 && !text.isEmpty(); --change) {
                const int at = random.bounded(int(text.size()));
                switch (random.bounded(4)) {
                case 0:
                    text[at] = char(random.bounded(256));
                    break;
                case 1:
                    text.truncate(at);
                    break;
                case 2:
                    text.insert(at, text.mid(random.bounded(int(text.size())), 7));
                    break;
                default:
                    text.remove(at, random.bounded(9));
                }
            }
            if (const auto socket = readTcpLine(text))
                QVERIFY(socket->inode > 0 && socket->ports.peer > 0 && socket->ports.own > 0);
            readSocketLink(text);
            readStartTime(text);
            const QByteArray name = programName(text.left(20), text);
            QVERIFY(QString::fromUtf8(name).size() <= 40);
            QVERIFY(!name.contains('\n') && !name.contains('\0'));
            programName("python3", text);
        }
    }
};

QTEST_APPLESS_MAIN(TestProcText)
#include "tst_proc_text.moc"
