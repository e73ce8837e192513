// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace gatehouse {

//! How often which time was seen, in buckets that are 10 % wide: whatever is asked of it is within 5 %.
class LatencyHistogram final
{
public:
    //! Anything from a hundredth of a millisecond to a day; what is beyond counts as that.
    void add(double milliseconds);
    //! Adds what toText() gave, of one histogram or of several one after the other. What is no such text is
    //! passed over.
    void addText(QStringView text);
    //! `bucket:count ` for each that is not empty.
    QString toText() const;

    //! The time that \a part (0 to 1) of all stayed within, by nearest rank; none where nothing was seen.
    std::optional<double> percentile(double part) const;

private:
    std::array<qint64, 256> m_counts{};
};

} // namespace gatehouse
