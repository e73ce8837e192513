// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/requests/sample_records.h"
#include "ui/requests/recorded_bodies.h"
#include "ui/requests/requests_filter.h"
#include "ui/requests/requests_model.h"
#include "ui/widgets/plain_tip.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

//! The list: in order, bounded, in batches; and what is filtered out of it.
class TestRequestsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsLiveRecordsInBatches()
    {
        const RecordedBodies bodies;
        RequestsModel model(bodies);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QElapsedTimer time;
        time.start();
        for (int id = 1; id <= 500; ++id)
            model.add(goodRecord(id));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.find("req_77")->id, 77); // is known before it is shown
        QTRY_COMPARE(model.rowCount(), 500);
        QVERIFY(time.elapsed() >= 200);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.record(0).id, 500);
        QCOMPARE(model.record(499).id, 1);
        model.add(goodRecord(501));
        QTRY_COMPARE(model.rowCount(), 501);
        QCOMPARE(model.record(0).id, 501);
        QCOMPARE(inserted.size(), 2);
    }

    void isBounded()
    {
        const RecordedBodies bodies;
        RequestsModel model(bodies);
        QList<UsageRecord> stored;
        for (int id = RequestsModel::maxRows + 50; id > 0; --id)
            stored.append(goodRecord(id));
        model.load(stored);
        QCOMPARE(model.rowCount(), RequestsModel::maxRows);
        const QPersistentModelIndex kept(model.index(3, 0));
        for (int i = 1; i <= 7; ++i)
            model.add(goodRecord(20'000 + i));
        QTRY_COMPARE(model.record(0).id, 20'007);
        QCOMPARE(model.rowCount(), RequestsModel::maxRows);
        QCOMPARE(model.record(RequestsModel::maxRows - 1).id, 51 + 7);
        QCOMPARE(kept.row(), 10);
        for (int i = 0; i < 2 * RequestsModel::maxRows + 3; ++i)
            model.add(goodRecord(100'000 + i));
        QTRY_COMPARE(model.record(0).id, 120'002);
        QCOMPARE(model.rowCount(), RequestsModel::maxRows);
        QCOMPARE(model.record(RequestsModel::maxRows - 1).id, 120'003 - RequestsModel::maxRows);
        QVERIFY(!kept.isValid());
    }

    void keepsWhatCameBeforeTheStoreAnswered()
    {
        const RecordedBodies bodies;
        RequestsModel model(bodies);
        model.add(goodRecord(9));
        QTRY_COMPARE(model.rowCount(), 1);
        model.add(goodRecord(10));
        UsageRecord unstored = goodRecord(0);
        model.add(unstored);
        QList<UsageRecord> stored{goodRecord(10), goodRecord(9), goodRecord(8), goodRecord(0)};
        stored[1].attempts.clear();
        model.load(stored);
        QTRY_COMPARE(model.rowCount(), 5);
        QList<qint64> ids;
        for (int row = 0; row < 5; ++row)
            ids.append(model.record(row).id);
        QCOMPARE(ids, (QList<qint64>{0, 10, 9, 8, 0}));
        QCOMPARE(model.record(2).attempts.size(), 1); // the live one is the fuller
    }

    void isFastWithAllRows()
    {
        const RecordedBodies bodies;
        RequestsModel model(bodies);
        RequestsProxy proxy;
        proxy.setSourceModel(&model);
        QList<UsageRecord> stored;
        for (int id = RequestsModel::maxRows; id > 0; --id)
            stored.append(goodRecord(id));
        QElapsedTimer time;
        time.start();
        model.load(stored);
        RequestsFilter filter;
        filter.text = u"req_99"_s;
        proxy.setFilter(filter);
        QCOMPARE(proxy.rowCount(), 111);      // 99, 990 to 999, 9900 to 9999
        filter.text = u"%_"_s.repeated(5000); // as bad as a search may be
        proxy.setFilter(filter);
        QCOMPARE(proxy.rowCount(), 0);
        QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
    }

    void showsValues()
    {
        RecordedBodies bodies;
        RequestsModel model(bodies);
        UsageRecord record = goodRecord(1);
        record.model = "evil\n<b>name</b>\u202E";
        record.client.clear();
        record.program = u"node"_s;
        record.tokensEstimated = true;
        record.costUsd.reset();
        record.firstByteMs = -1;
        model.load({record});
        const auto text = [&](RequestsModel::Column column, int role = Qt::DisplayRole) {
            return model.index(0, column).data(role).toString();
        };
        QCOMPARE(text(RequestsModel::Model), u"evil <b>name</b>"_s);
        QCOMPARE(text(RequestsModel::Model, Qt::ToolTipRole), plainTip(u"evil <b>name</b>"_s));
        QCOMPARE(text(RequestsModel::Caller), u"node"_s);
        QVERIFY(model.index(0, RequestsModel::Caller).data(Qt::FontRole).value<QFont>().italic());
        QCOMPARE(text(RequestsModel::AnsweredBy), u"openai/gpt-4o"_s);
        QCOMPARE(text(RequestsModel::Tokens), u"≈ 1,234 / 321"_s);
        QCOMPARE(text(RequestsModel::Cost), u"–"_s);
        QCOMPARE(text(RequestsModel::FirstByte), u"–"_s);
        QCOMPARE(text(RequestsModel::Total), u"2.40 s"_s);
        QCOMPARE(text(RequestsModel::Status, Qt::AccessibleTextRole), u"200 Good"_s);
        const auto marked = [&] {
            return !model.index(0, RequestsModel::Time).data(Qt::DecorationRole).value<QIcon>().isNull();
        };
        QVERIFY(!marked());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        bodies.add(exchangeOf(record));
        model.updateMarks();
        QCOMPARE(changed.size(), 1);
        QVERIFY(marked());
    }

    void filters_data()
    {
        QTest::addColumn<RequestsFilter>("filter");
        QTest::addColumn<QList<int>>("ids");
        const auto row = [](const char *name, const RequestsFilter &filter, const QList<int> &ids) {
            QTest::newRow(name) << filter << ids;
        };
        row("all", {}, {1, 2, 3, 4, 5});
        row("provider", {.provider = u"claude"_s}, {2});
        row("no provider", {.provider = u""_s}, {4});
        row("model as asked", {.model = u"smart"_s}, {1, 2, 3, 5});
        row("model as the provider calls it", {.model = u"gpt-4o"_s}, {1, 3, 5});
        row("client", {.caller = u"Editor"_s}, {1, 2, 4});
        row("program", {.caller = u"node"_s}, {5});
        row("unknown caller", {.caller = u""_s}, {3});
        row("good", {.outcome = Outcome::Good}, {1, 5});
        row("failed", {.outcome = Outcome::Failed}, {2, 4});
        row("left", {.outcome = Outcome::Left}, {3});
        row("id", {.text = u"REQ_2"_s}, {2});
        row("path", {.text = u"embeddings"_s}, {5});
        row("code", {.text = u"model_not"_s}, {4});
        row("message", {.text = u"too much"_s}, {2});
        row("an expression is none", {.text = u".*"_s}, {});
        row("two at once", {.caller = u"Editor"_s, .outcome = Outcome::Failed}, {2, 4});
    }

    void filters()
    {
        QFETCH(RequestsFilter, filter);
        QFETCH(QList<int>, ids);
        QList<UsageRecord> records{goodRecord(1), failedRecord(2, 200, "upstream_protocol", u"Too much"_s),
                                   failedRecord(3, 499, "client_closed", {}),
                                   failedRecord(4, 404, "model_not_found", {}, false), goodRecord(5)};
        records[1].provider = u"claude"_s;
        records[1].upstreamModel = "sonnet";
        records[1].partial = true;
        records[2].partial = true;
        records[2].client.clear();
        records[3].provider.clear();
        records[3].model = "gpt-9";
        records[3].upstreamModel.clear();
        records[4].client.clear();
        records[4].program = u"node"_s;
        records[4].path = "/v1/embeddings";
        QList<int> found;
        for (const UsageRecord &record : records) {
            if (matches(filter, record))
                found.append(int(record.id));
        }
        QCOMPARE(found, ids);
    }
};

QTEST_MAIN(TestRequestsModel)
#include "tst_requests_model.moc"
