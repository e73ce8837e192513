// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>

//! What the target \a target of this folder is begun with: the recorded exchanges of tests/data, each behind
//! the bytes that choose its dialects, and what is kept in `corpus/<target>`.
QByteArrayList seedsFor(const QString &target);
