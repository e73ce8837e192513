// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse::soak {

//! Works the window of `gatehouse` as a person does, by its keys, with xdotool.
namespace window {

//! Puts a year of usage into \a dataDir and lets the page of usage open with it. Says why where it fails.
QString makeUpYear(const QString &dataDir, int requestsPerDay);
//! Turns to the page of usage and opens a modal dialog there. Says why where it fails.
QString openChartAndDialog();
bool dialogIsOpen();
void takePicture(const QString &file);

} // namespace window
} // namespace gatehouse::soak
