// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// Texts in a form in which two that mean the same are the same, line by line.

//! JSON with a line for each value, keys in the order in which they stand; \a json itself if it is none.
QByteArray goldenJson(const QByteArray &json);

//! A stream with each event's JSON compact; a whole JSON text as goldenJson() has it.
QByteArray goldenStream(const QByteArray &stream);

//! The first line in which \a is and \a wanted differ, with what stands around it; empty if none does.
QByteArray goldenDifference(const QByteArray &is, const QByteArray &wanted);
