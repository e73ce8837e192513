// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/compare_view.h"

#include "ui/requests/compared_text.h"
#include "ui/requests/figures_grid.h"
#include "ui/requests/pretty_json.h"

#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

CompareView::CompareView(QWidget *parent)
    : QWidget(parent)
    , m_figures(new FiguresGrid)
    , m_tabs(new QTabWidget)
{
    m_tabs->setObjectName(u"compareTabs"_s);
    m_tabs->setDocumentMode(true);
    for (int part = 0; part < PartCount; ++part) {
        m_parts[part] = new ComparedText;
        m_tabs->addTab(m_parts[part], partName(part));
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_figures);
    layout->addWidget(m_tabs, 1);
}

QString CompareView::partName(int part)
{
    switch (part) {
    case Text:
        return tr("Text");
    case Reasoning:
        return tr("Reasoning");
    case Tools:
        return tr("Tool calls");
    default:
        return tr("Whole answer");
    }
}

QString CompareView::partOf(const RecordedExchange &exchange, int part)
{
    constexpr qsizetype mostOfWhole = 256 * 1024;
    const auto shown = [](const QString &text) { return shownBody(text.toUtf8()).text; };
    switch (part) {
    case Text:
        return shown(exchange.outline.text);
    case Reasoning:
        return shown(exchange.outline.reasoning);
    case Tools: {
        QStringList calls;
        for (const AnswerOutline::Tool &tool : exchange.outline.tools)
            calls.append(tool.name + u'\n' + shown(tool.arguments));
        return calls.join(u"\n\n"_s);
    }
    default:
        return shownBody(exchange.answer, mostOfWhole).text;
    }
}

void CompareView::setFirst(const Side &side)
{
    m_first = side;
    for (int part = 0; part < PartCount; ++part)
        m_parts[part]->setFirst(tr("First answer: %1").arg(side.title), partOf(side.exchange, part));
    refresh();
}

void CompareView::setSecond(const std::optional<Side> &side)
{
    m_second = side;
    const Side none;
    const Side &shown = side ? *side : none;
    for (int part = 0; part < PartCount; ++part) {
        m_parts[part]->setSecond(side ? tr("New answer: %1").arg(shown.title) : tr("New answer"),
                                 partOf(shown.exchange, part), side.has_value());
    }
    refresh();
}

void CompareView::refresh()
{
    const UsageRecord *first = m_first.record ? &*m_first.record : nullptr;
    const UsageRecord *second = m_second && m_second->record ? &*m_second->record : nullptr;
    m_figures->setFigures(comparedFigures(first, second));
    for (int part = 0; part < PartCount; ++part) {
        const bool shown = part == Text || part == Whole || !m_parts[part]->isEmpty();
        m_tabs->setTabVisible(part, shown);
        QString title = partName(part);
        if (m_second)
            title += u" · "_s + (m_parts[part]->differs() ? tr("differs") : tr("same"));
        m_tabs->setTabText(part, title);
    }
}

} // namespace gatehouse
