# SPDX-License-Identifier: GPL-3.0-or-later
# Puts the applications into a folder of the build tree. Where they cannot be had, the tests are skipped and say so.
#   cmake -DSOURCE=… -DFOLDER=… -P install.cmake
find_program(NPM npm)
if(NOT NPM)
    message("Skipped: npm is missing, so that no application can be had")
    return()
endif()
file(COPY ${SOURCE}/package.json ${SOURCE}/package-lock.json ${SOURCE}/.npmrc DESTINATION ${FOLDER})

# The packages are fetched again only when the lock file has changed.
file(SHA256 ${FOLDER}/package-lock.json wanted)
set(stamp ${FOLDER}/node_modules/.gatehouse-lock)
set(present "")
if(EXISTS ${stamp})
    file(READ ${stamp} present)
endif()
if(present STREQUAL wanted)
    return()
endif()
# Their install scripts only pick the program for this system, which the tests find by themselves.
execute_process(COMMAND ${NPM} ci --no-audit --no-fund --ignore-scripts WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE result)
if(result)
    file(REMOVE_RECURSE ${FOLDER}/node_modules)
    message("Skipped: the applications cannot be had from npm here")
else()
    file(WRITE ${stamp} ${wanted})
endif()
