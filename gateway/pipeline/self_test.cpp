// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/self_test.h"

#include "gateway/pipeline/probe_answer.h"
#include "gateway/pipeline/self_test_question.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gatehouse {

SelfTest::SelfTest(Pipeline &pipeline, const Redactor &redactor, CapabilitySheet sheet, Listener listener)
    : m_pipeline(pipeline)
    , m_redactor(redactor)
    , m_sheet(std::move(sheet))
    , m_listener(std::move(listener))
{
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    m_deadline.setSingleShot(true);
    QObject::connect(&m_next, &QTimer::timeout, &m_next, [this] { next(); });
    QObject::connect(&m_deadline, &QTimer::timeout, &m_deadline, [this] { tooLate(); });
}

SelfTest::~SelfTest()
{
    m_pipeline.cancelAsked(m_asked);
}

void SelfTest::next()
{
    if (m_at == allFeatures.size()) {
        m_sheet.testedAtMs = QDateTime::currentMSecsSinceEpoch();
        const auto done = m_listener.done; // lives on while it destroys this
        return done(m_sheet);
    }
    const QByteArray model = m_sheet.model.toUtf8();
    const RecordedExchange question{.path = "/v1/chat/completions",
                                    .headers = "content-type: application/json\r\n",
                                    .request = selfTestQuestion(allFeatures[m_at], model)};
    m_deadline.start(patience);
    m_asked = m_pipeline.ask(question, {m_sheet.provider, m_sheet.model}, u"self-test"_s,
                             [this](const SelfTestAnswer &answer) { answered(answer); });
}

void SelfTest::answered(const SelfTestAnswer &answer)
{
    m_asked = 0;
    const bool textWorks = m_sheet.results.value(Feature::Text).verdict == FeatureResult::Works;
    const FeatureResult result = judgeFeature(allFeatures[m_at], answer, textWorks);
    note(result, result.verdict == FeatureResult::Unknown && endsSelfTest(answer));
}

void SelfTest::tooLate()
{
    m_pipeline.cancelAsked(std::exchange(m_asked, 0));
    note({.detail = u"No answer came within %1 seconds."_s.arg(patience.count()),
          .ms = double(std::chrono::milliseconds(patience).count())},
         true);
}

void SelfTest::note(FeatureResult result, bool hopeless)
{
    m_deadline.stop();
    result.detail = plainDetail(result.detail, m_redactor, {});
    const bool forAll = hopeless && m_at == 0; // nine more would only wait for the same
    do {
        const Feature feature = allFeatures[m_at++];
        m_sheet.results.insert(feature, result);
        m_listener.answered(feature, result);
        result.ms = forAll ? 0 : result.ms;
    } while (forAll && m_at < allFeatures.size());
    m_next.start();
}

} // namespace gatehouse
