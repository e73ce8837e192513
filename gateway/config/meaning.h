// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace gatehouse {

//! What a part of config.json means, however it is written: equal for two texts that read the same.
struct Meaning
{
    enum Kind {
        Scalar, //!< a text, number or truth value
        Fields, //!< an object whose names we know
        Names,  //!< an object whose names are free
        List,
    };
    Kind kind = Scalar;
    QByteArray key = {};             //!< its name in the object around it; empty in a list
    QByteArray token = {};           //!< of a scalar: its JSON text; empty: the field is not there
    QByteArray identity = {};        //!< in a List or Names: what tells it from the others
    std::vector<Meaning> parts = {}; //!< of anything else, in order

    // How it may be written. None of this is part of what it means.
    bool isUsual = false; //!< a text without it means the same
    bool isShown = false; //!< stands in a new object even when it is usual
    bool isBrief = false; //!< may be a plain text: a list of at most one, or fields of which only the first
                          //!< is not usual

    //! The part of that name, or null.
    const Meaning *part(const QByteArray &name) const;
    //! Whether a plain text says it all.
    bool fitsPlainText() const;

    bool operator==(const Meaning &other) const
    {
        return kind == other.kind && key == other.key && token == other.token && parts == other.parts;
    }
};

//! \a meaning as JSON, without its key; `\n` and `\t` as json_splice.h has them. Leaves out what is usual.
QByteArray jsonOf(const Meaning &meaning, bool mayBeBrief = true);
//! The same, with its key before it.
QByteArray memberOf(const Meaning &meaning);

} // namespace gatehouse
