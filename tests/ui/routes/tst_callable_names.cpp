// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/model_index.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/routes/callable_names.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Provider providerOf(const QString &id, const QList<ModelEntry> &models, bool enabled = true)
{
    Provider provider = someProvider(id, id.toUpper());
    provider.models = models;
    provider.enabled = enabled;
    return provider;
}

//! `name [kind]: provider=model, …`; a provider that is switched off has a `-` before it.
QString line(const CallableName &name)
{
    static const QStringList kinds{u"route"_s, u"alias"_s, u"model"_s, u"pattern"_s, u"explicit"_s};
    QStringList servers;
    for (const ServingProvider &server : name.servers) {
        const QString off = server.enabled ? QString() : u"-"_s;
        servers.append(off + server.id + u'=' + server.model);
    }
    return u"%1 [%2]: %3"_s.arg(name.name, kinds[name.kind], servers.join(u", "_s));
}

} // namespace

//! Who serves which name, and that it is who the gateway would ask.
class TestCallableNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheContract_data()
    {
        QTest::addColumn<Config>("config");
        QTest::addColumn<QStringList>("lines");
        Config config;
        QTest::newRow("empty") << config << QStringList();

        config.providers = {providerOf(u"a"_s, {{u"m"_s, u"fast"_s}, {u"n"_s}}),
                            providerOf(u"b"_s, {{u"m"_s}})};
        QTest::newRow("all that list it, in order")
            << config
            << QStringList{u"fast [alias]: a=m"_s, u"m [model]: a=m, b=m"_s, u"n [model]: a=n"_s,
                           u"a/* [explicit]: a="_s, u"b/* [explicit]: b="_s};

        Config routed = config;
        routed.routes = {{u"m"_s, Policy::Weighted, {{u"b"_s, u"x"_s, 2}, {u"a"_s, u"m"_s, 0}}}};
        QTest::newRow("a route before a model")
            << routed
            << QStringList{u"m [route]: b=x, a=m"_s, u"fast [alias]: a=m"_s, u"n [model]: a=n"_s,
                           u"a/* [explicit]: a="_s, u"b/* [explicit]: b="_s};

        Config off = config;
        off.providers[0].enabled = false;
        QTest::newRow("switched off")
            << off
            << QStringList{u"fast [alias]: -a=m"_s, u"m [model]: -a=m, b=m"_s, u"n [model]: -a=n"_s,
                           u"a/* [explicit]: -a="_s, u"b/* [explicit]: b="_s};

        off.defaultModel = u"m"_s;
        QTest::newRow("switched off, with a default")
            << off
            << QStringList{u"fast [alias]: -a=m, -a=m, b=m"_s, u"m [model]: -a=m, b=m"_s,
                           u"n [model]: -a=n, -a=m, b=m"_s, u"a/* [explicit]: -a="_s,
                           u"b/* [explicit]: b="_s};

        Config offRoute = routed;
        offRoute.defaultModel = u"n"_s;
        offRoute.providers[1].enabled = false;
        offRoute.routes[0].targets = {{u"b"_s, u"x"_s}};
        QTest::newRow("a route that leads nowhere does not fall to the default")
            << offRoute
            << QStringList{u"m [route]: -b=x"_s, u"fast [alias]: a=m"_s, u"n [model]: a=n"_s,
                           u"a/* [explicit]: a="_s, u"b/* [explicit]: -b="_s};

        Config slash;
        slash.providers = {providerOf(u"hub"_s, {{u"a/m"_s}, {u"z/m"_s}, {u"a/*"_s}}),
                           providerOf(u"a"_s, {{u"m"_s}})};
        QTest::newRow("a provider's name before the slash comes first")
            << slash
            << QStringList{u"a/m [model]: a=m"_s, u"z/m [model]: hub=z/m"_s, u"m [model]: a=m"_s,
                           u"hub/* [explicit]: hub="_s, u"a/* [explicit]: a="_s};
        slash.providers[1].enabled = false;
        QTest::newRow("unless it is switched off")
            << slash
            << QStringList{u"a/m [model]: hub=a/m"_s, u"z/m [model]: hub=z/m"_s,   u"m [model]: -a=m"_s,
                           u"a/* [pattern]: hub="_s,  u"hub/* [explicit]: hub="_s, u"a/* [explicit]: -a="_s};

        Config patterns;
        patterns.providers = {providerOf(u"a"_s, {{u"*"_s}}), providerOf(u"b"_s, {{u"o*"_s}}),
                              providerOf(u"c"_s, {{u"o3"_s}}, false), providerOf(u"d"_s, {{u"o*"_s}})};
        QTest::newRow("the longest pattern")
            << patterns << QStringList{u"o3 [model]: -c=o3, b=, d="_s, u"o* [pattern]: b=, d="_s,
                                       u"* [pattern]: a="_s,           u"a/* [explicit]: a="_s,
                                       u"b/* [explicit]: b="_s,        u"c/* [explicit]: -c="_s,
                                       u"d/* [explicit]: d="_s};

        patterns.defaultModel = u"o4"_s;
        patterns.providers.removeFirst();
        patterns.providers.append(providerOf(u"e"_s, {{u"x"_s}}, false));
        QTest::newRow("a default that a pattern serves")
            << patterns << QStringList{u"o3 [model]: -c=o3, b=, d="_s, u"x [model]: -e=x, b=o4, d=o4"_s,
                                       u"o* [pattern]: b=, d="_s,      u"b/* [explicit]: b="_s,
                                       u"c/* [explicit]: -c="_s,       u"d/* [explicit]: d="_s,
                                       u"e/* [explicit]: -e="_s};

        Config hostile;
        hostile.providers = {
            providerOf(u"a"_s, {{u"x[1]?.+(*"_s}, {u"x[1]?.+(y"_s}, {u"'; rm -rf /"_s}}, true),
            providerOf(u"b"_s, {{u"x[1]?.+(y"_s}}, false)};
        hostile.providers[0].models.removeAt(1);
        QTest::newRow("what means something in expressions")
            << hostile
            << QStringList{u"'; rm -rf / [model]: a='; rm -rf /"_s, u"x[1]?.+(y [model]: -b=x[1]?.+(y, a="_s,
                           u"x[1]?.+(* [pattern]: a="_s, u"a/* [explicit]: a="_s, u"b/* [explicit]: -b="_s};
    }

    void followsTheContract()
    {
        QFETCH(Config, config);
        QFETCH(QStringList, lines);
        QStringList found;
        for (const CallableName &name : callableNames(config))
            found.append(line(name));
        QCOMPARE(found, lines);
    }

    void agreesWithTheGateway_data() { followsTheContract_data(); }

    //! The same configurations, asked of the part that routes real requests.
    void agreesWithTheGateway()
    {
        QFETCH(Config, config);
        const ModelIndex index(config);
        QStringList names{u"unknown"_s, u"o4"_s, u"a/anything"_s, u"a/"_s, u"/m"_s, u"b/x/y"_s};
        for (const CallableName &name : callableNames(config))
            names.append(name.name);
        for (const QString &name : std::as_const(names)) {
            QStringList ours;
            for (const ServingProvider &server : serversOf(config, name)) {
                const QString model = server.model.isEmpty() ? name : server.model;
                if (server.enabled)
                    ours.append(server.id + u'=' + model);
            }
            QStringList theirs;
            for (const Candidate &candidate : index.find(name.toUtf8()).candidates)
                theirs.append(config.providers[candidate.provider].id + u'=' +
                              QString::fromUtf8(candidate.model));
            QCOMPARE(ours, theirs);
        }
    }

    void listsPlainNamesOnly()
    {
        Config config;
        config.providers = {providerOf(u"a"_s, {{u"m"_s, u"fast"_s}, {u"o*"_s}}),
                            providerOf(u"b"_s, {{u"gone"_s}}, false)};
        config.routes = {{u"smart"_s, Policy::Fastest, {{u"a"_s, u"m"_s}}}};
        QCOMPARE(plainNames(callableNames(config)), (QStringList{u"smart"_s, u"fast"_s, u"m"_s}));
    }
};

QTEST_GUILESS_MAIN(TestCallableNames)
#include "tst_callable_names.moc"
