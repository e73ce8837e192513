# SPDX-License-Identifier: GPL-3.0-or-later
# Gatehouse.app: an agent in the menu bar, with gatehoused inside it, and Qt beside both. Untested so far.
set(here ${CMAKE_CURRENT_LIST_DIR})

# iconutil wants a folder of pictures with names of its own; "@2x" is the same picture for twice the pixels.
set(iconset ${CMAKE_CURRENT_BINARY_DIR}/gatehouse.iconset)
set(icon ${CMAKE_CURRENT_BINARY_DIR}/gatehouse.icns)
file(MAKE_DIRECTORY ${iconset})
foreach(size 16 32 128 256)
    math(EXPR twice "${size} * 2")
    configure_file(${here}/../icons/gatehouse-${size}.png ${iconset}/icon_${size}x${size}.png COPYONLY)
    configure_file(${here}/../icons/gatehouse-${twice}.png ${iconset}/icon_${size}x${size}@2x.png COPYONLY)
endforeach()
execute_process(COMMAND iconutil --convert icns --output ${icon} ${iconset} COMMAND_ERROR_IS_FATAL ANY)
set_source_files_properties(${icon} TARGET_DIRECTORY gatehouse PROPERTIES MACOSX_PACKAGE_LOCATION Resources GENERATED ON)
target_sources(gatehouse PRIVATE ${icon})

set_target_properties(gatehouse PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME Gatehouse
    MACOSX_BUNDLE_INFO_PLIST ${here}/Info.plist.in)

install(TARGETS gatehouse BUNDLE DESTINATION . COMPONENT gatehouse)
install(TARGETS gatehoused RUNTIME DESTINATION Gatehouse.app/Contents/MacOS COMPONENT gatehoused)

# macdeployqt copies Qt and the other libraries, and mends the paths of both programs.
qt_generate_deploy_app_script(TARGET gatehouse FILENAME_VARIABLE deploy NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${deploy} COMPONENT gatehouse)

set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME Gatehouse)
set(CPACK_PACKAGE_FILE_NAME Gatehouse-${PROJECT_VERSION})
set(CPACK_COMPONENTS_ALL gatehouse gatehoused)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
include(CPack)
