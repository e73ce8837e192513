// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

//! What a client asks of the demo provider.
struct DemoQuestion
{
    std::string last; //!< what the user said last, to be said back
    qint64 promptTokens = 0;
    bool stream = false;
    bool includeUsage = false;
};

//! Reads the question out of a request to `chat/completions` (\a chat) or `completions`; nothing if no user
//! says anything in it.
std::optional<DemoQuestion> demoQuestion(const boost::json::object &request, bool chat);

//! \a text cut before the space in front of each word, so that the pieces add up to it again.
std::vector<std::string_view> wordsOf(std::string_view text);

//! The demo provider's measure of tokens: words.
qint64 demoTokens(std::string_view text);

} // namespace gatehouse
