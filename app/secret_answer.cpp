// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secret_answer.h"

#include <QEventLoop>

#include <optional>

namespace gatehouse {

SecretStore::Answer answerTo(const std::function<void(std::function<void(SecretStore::Answer)>)> &ask)
{
    std::optional<SecretStore::Answer> answer;
    QEventLoop loop;
    ask([&](const SecretStore::Answer &given) {
        answer = given;
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

} // namespace gatehouse
