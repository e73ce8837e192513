# SPDX-License-Identifier: GPL-3.0-or-later
# Puts the clients' tests and their packages into a folder of the build tree, so that the source tree stays clean.
#   cmake -DSOURCE=… -DFOLDER=… -P install.cmake
find_program(NODE node)
find_program(NPM npm)
if(NOT NODE OR NOT NPM)
    message(FATAL_ERROR "Node.js (18 or newer) with npm is missing: sh packaging/deps.sh --dev installs it")
endif()

file(GLOB sources ${SOURCE}/*.mjs)
file(COPY ${sources} ${SOURCE}/fakes ${SOURCE}/package.json ${SOURCE}/package-lock.json ${SOURCE}/.npmrc DESTINATION ${FOLDER})

# The packages are fetched again only when the lock file has changed.
file(SHA256 ${FOLDER}/package-lock.json wanted)
set(stamp ${FOLDER}/node_modules/.gatehouse-lock)
set(present "")
if(EXISTS ${stamp})
    file(READ ${stamp} present)
endif()
if(NOT present STREQUAL wanted)
    execute_process(COMMAND ${NPM} ci --no-audit --no-fund --ignore-scripts WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE result)
    if(result)
        message(FATAL_ERROR "npm ci failed in ${FOLDER}")
    endif()
    file(WRITE ${stamp} ${wanted})
endif()
