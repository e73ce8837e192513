// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/pipeline.h"

namespace gatehouse {

//! Asks one model one request for each feature, one after the other, through the whole pipeline. Lives in the
//! gateway thread, not longer than the pipeline; destroying it gives it up.
class SelfTest final
{
public:
    struct Listener
    {
        std::function<void(Feature, const FeatureResult &)> answered;
        std::function<void(const CapabilitySheet &)> done; //!< once, as the last thing; may destroy the test
    };

    //! \a sheet names whom to ask.
    SelfTest(Pipeline &pipeline, const Redactor &redactor, CapabilitySheet sheet, Listener listener);
    ~SelfTest();
    SelfTest(const SelfTest &) = delete;
    SelfTest &operator=(const SelfTest &) = delete;

    void start() { m_next.start(); }

    //! As long each request may take.
    static constexpr std::chrono::seconds patience{60};

private:
    void next();
    void answered(const SelfTestAnswer &answer);
    void tooLate();
    //! \a hopeless: if it is the first, the others would fare the same.
    void note(FeatureResult result, bool hopeless);

    Pipeline &m_pipeline;
    const Redactor &m_redactor;
    CapabilitySheet m_sheet;
    Listener m_listener;
    size_t m_at = 0;     //!< in allFeatures
    quint64 m_asked = 0; //!< what runs; 0: nothing
    QTimer m_next;       //!< a new request does not begin within the end of the last
    QTimer m_deadline;
};

} // namespace gatehouse
