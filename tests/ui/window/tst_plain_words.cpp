// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/scenes.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QTest>
#include <QTextEdit>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

const QString markup = u"<img src=file:///etc/passwd><a href=file:///etc>x</a>"_s;

//! Gives a name of markup to all that a configuration, a client or a provider can name.
void nameAll(UiRig &rig)
{
    Config config = rig.draft.config();
    GatewayStatus status = rig.status.now();
    for (Provider &provider : config.providers) {
        provider.name = markup;
        provider.models.prepend({u"m"_s + markup, markup});
        provider.baseUrl += u"/"_s + markup;
    }
    for (Route &route : config.routes)
        route.model = markup + route.model;
    for (Client &client : config.clients) {
        client.name += markup;
        client.models = {markup};
    }
    for (ProviderStatus &provider : status.providers) {
        provider.name = markup;
        provider.reason = markup;
    }
    for (UsageRecord &record : rig.usage.records) {
        record.model = record.upstreamModel = record.path = record.requestId = markup.toUtf8();
        record.client = record.program = record.provider = record.message = markup;
        record.headers = "x-ratelimit-a: " + markup.toUtf8() + "\r\n";
        for (AttemptRecord &attempt : record.attempts) {
            attempt.provider = attempt.message = attempt.words = markup;
            attempt.upstreamModel = markup.toUtf8();
        }
    }
    rig.daily.table = rig.usage.table = [](const UsageQuery &query) {
        UsageTable table;
        table.total.requests = 3;
        table.rows = {{query.fromMs, markup}};
        table.rows[0].totals.requests = 3;
        return table;
    };
    rig.program.owner = markup;
    rig.load(config);
    rig.status.setStatus(status);
}

//! Whether Qt would show \a text as rich text where it is left to choose.
bool isRich(const QString &text)
{
    return Qt::mightBeRichText(text);
}

//! Where \a root shows the markup: as text, or as what it says.
struct Sightings
{
    int plain = 0;
    QStringList rich;

    void add(const QWidget &widget, const QString &text, bool asMarkup)
    {
        if (!text.contains("<img src"_L1))
            return;
        if (asMarkup)
            rich.append(QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName() +
                        u": "_s + text);
        else
            ++plain;
    }
    void addItems(const QAbstractItemView &view)
    {
        for (int row = 0; view.model() && row < view.model()->rowCount(); ++row) {
            for (int column = 0; column < view.model()->columnCount(); ++column) {
                const QModelIndex index = view.model()->index(row, column);
                add(view, index.data().toString(), false); // delegates draw it as it is
                const QString tip = index.data(Qt::ToolTipRole).toString();
                add(view, tip, isRich(tip));
            }
        }
    }
    void look(const QWidget &root)
    {
        QList<const QWidget *> widgets{&root};
        for (const QWidget *child : root.findChildren<QWidget *>())
            widgets.append(child);
        for (const QWidget *widget : std::as_const(widgets)) {
            add(*widget, widget->toolTip(), isRich(widget->toolTip()));
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                add(*label, label->text(),
                    label->textFormat() != Qt::PlainText &&
                        (label->textFormat() != Qt::AutoText || isRich(label->text())));
            else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                add(*button, button->text(), false);
            else if (const auto *edit = qobject_cast<const QTextEdit *>(widget))
                add(*edit, edit->toHtml(), true);
            else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
                addItems(*view);
        }
    }
};

} // namespace

//! What others have named is shown as the text it is, on every page and in every dialog.
class TestPlainWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everywhere_data()
    {
        QTest::addColumn<size_t>("number");
        const std::vector<Scene> all = scenes();
        for (size_t number = 0; number < all.size(); ++number)
            QTest::newRow(qPrintable(all[number].name)) << number;
    }

    void everywhere()
    {
        QFETCH(size_t, number);
        UiRig rig;
        fillRig(rig);
        nameAll(rig);
        const std::unique_ptr<QWidget> widget = scenes()[number].make(rig);
        widget->show();
        QVERIFY(QTest::qWaitForWindowExposed(widget.get()));
        QTest::qWait(200); // lists that come from the event loop
        Sightings seen;
        seen.look(*widget);
        QVERIFY2(seen.rich.isEmpty(), qPrintable(seen.rich.join(u'\n')));
        m_plain += seen.plain;
    }

    void theyWereThere()
    {
        QVERIFY2(m_plain > 100, qPrintable(QString::number(m_plain)));
        const QLabel drawn(markup); // as Qt does where nobody says otherwise
        Sightings seen;
        seen.look(drawn);
        QCOMPARE(seen.rich.size(), 1);
    }

private:
    int m_plain = 0;
};

QTEST_MAIN(TestPlainWords)
#include "tst_plain_words.moc"
