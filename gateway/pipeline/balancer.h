// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/pipeline/model_index.h"

#include <QByteArray>
#include <QHash>

namespace gatehouse {

//! Puts the candidates of a route into the order of its policy; remembers what was chosen before and how
//! fast each answered. Lives in the gateway thread.
class Balancer final
{
public:
    //! Orders \a choice: the first is to be asked, the others in case it fails.
    //! Weighted: smooth weighted round-robin, as nginx does it: shares are exact over every sum of weights.
    //! Fastest: the lowest moving average of the time to the first byte; those never measured come first,
    //! and every exploreEvery-th request goes to the one not measured for longest.
    void order(Choice &choice, const Config &config);

    //! \a provider answered for \a model after \a milliseconds.
    void answered(const QString &provider, const QByteArray &model, double milliseconds, TimePoint now);

    //! \a provider failed for \a model: as slow as anything.
    void failed(const QString &provider, const QByteArray &model, TimePoint now)
    {
        answered(provider, model, 10'000, now);
    }

    static constexpr int exploreEvery = 20;

private:
    struct Speed
    {
        double average = 0;
        TimePoint measured = {};
    };
    struct Turns
    {
        QHash<QByteArray, int> credit; //!< weighted: by target
        int count = 0;                 //!< fastest: requests so far
    };

    void orderByWeight(Choice &choice, const Config &config);
    void orderBySpeed(Choice &choice, const Config &config);

    QHash<QByteArray, Turns> m_turns;  //!< by route
    QHash<QByteArray, Speed> m_speeds; //!< by target
};

} // namespace gatehouse
