// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace gatehouse::soak {

//! One request, and what must come of it.
struct Question
{
    enum Kind {
        Model, //!< leaves a record
        Local, //!< answered by the gateway itself: /health, the list of models, …
        Door,  //!< refused by the listener or for its address
    };

    QByteArray bytes;
    Kind kind = Model;
    QByteArray caller; //!< as its record names it
    int status = 0;    //!< that it must be answered with; 0: hangs on what the provider does
};

//! A request to a model, good as far as it goes: of any dialect, to any provider, healthy or not.
Question modelQuestion(QRandomGenerator &random, const QByteArray &caller);
//! One whose words, and those of its answer, the gateway remembers for a question that goes on from there.
Question rememberedQuestion(QRandomGenerator &random);
//! One that the pipeline refuses: no JSON, no model, no key, a model that does not exist.
Question refusedQuestion(QRandomGenerator &random);
Question localQuestion(QRandomGenerator &random);
//! What is no HTTP, too long, for another host, from another site, for no address that there is.
Question doorQuestion(QRandomGenerator &random);

} // namespace gatehouse::soak
