// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/json_text.h"

namespace gatehouse {

//! What stands around a child of an object or list.
struct ChildSurroundings
{
    QByteArray lead;  //!< before it: blanks, and the comments above it
    QByteArray gap;   //!< between it and its comma
    QByteArray trail; //!< behind it and its comma, to the end of the line
};

//! How an object or list is written. Its text is head, then for each child its lead, itself, gap, comma and
//! trail, then tail; all within the brackets.
struct JsonLayout
{
    QByteArray head; //!< behind the opening bracket, to the end of the line
    std::vector<ChildSurroundings> children;
    QByteArray tail;            //!< before the closing bracket
    bool isBroken = false;      //!< children stand on lines of their own
    bool endsWithComma = false; //!< the last child has a comma too
    QByteArray newLine;         //!< a line break, and the indentation of a child
    QByteArray closingLine;     //!< the same for the closing bracket
    QByteArray step;            //!< one step of indentation
};

JsonLayout layoutOf(QByteArrayView text, const JsonNode &container);

//! A line break, and the indentation of the line of \a at.
QByteArray newLineAt(QByteArrayView text, qsizetype at);
//! One step of indentation, as the first indented line of the text has it.
QByteArray indentationStep(QByteArrayView text);
//! Whether nothing but blanks stands before \a at in its line.
bool beginsLine(QByteArrayView text, qsizetype at);

} // namespace gatehouse
