# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a client's tests in a folder of the build tree, so that the source tree stays clean.
#   cmake -DSOURCE=… -DFOLDER=… -DTEST=openai.test.mjs -P run.cmake       GATEHOUSED: the program, in the environment
find_program(NODE node)
find_program(NPM npm)
if(NOT NODE OR NOT NPM)
    message(FATAL_ERROR "Node.js (18 or newer) with npm is missing: sh packaging/deps.sh --dev installs it")
endif()

file(GLOB sources ${SOURCE}/*.mjs)
file(COPY ${sources} ${SOURCE}/package.json ${SOURCE}/package-lock.json ${SOURCE}/.npmrc DESTINATION ${FOLDER})

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

execute_process(COMMAND ${NODE} --test ${TEST} WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE result)
if(result)
    message(FATAL_ERROR "${TEST} failed")
endif()
