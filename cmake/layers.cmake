# One static library for each folder of src/guatu. What a folder may include is what it links: both stand in tools/layers.txt.
find_package(PkgConfig REQUIRED)
find_package(OpenSSL REQUIRED)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET expat)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(SPDLOG REQUIRED IMPORTED_TARGET spdlog)
pkg_check_modules(FMT REQUIRED IMPORTED_TARGET fmt)
pkg_check_modules(PQ REQUIRED IMPORTED_TARGET libpq)

# Foreign libraries, each named only where it is used. Boost.JSON and SOCI ship no CMake file in Debian.
set(guatu_libraries_base PkgConfig::ICU)
set(guatu_libraries_json boost_json)
set(guatu_libraries_ports OpenSSL::Crypto)
set(guatu_libraries_store soci_core soci_sqlite3 sqlite3 soci_postgresql PkgConfig::PQ OpenSSL::Crypto)
set(guatu_libraries_documents PkgConfig::ICU PkgConfig::ZIP PkgConfig::EXPAT PkgConfig::XLSXWRITER PkgConfig::PUGIXML)
set(guatu_libraries_telemetry PkgConfig::SPDLOG boost_json prometheus-cpp-core)
set(guatu_libraries_http http_parser)
set(guatu_libraries_usecases OpenSSL::Crypto)

# Headers that nearly every file needs, parsed once for all layers.
guatu_precompiled(guatu_common LINKS PkgConfig::FMT HEADERS <algorithm> <array> <chrono> <compare> <cstdint> <functional>
    <map> <memory> <optional> <set> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector> <fmt/format.h>)

include(${CMAKE_SOURCE_DIR}/cmake/migrations.cmake)
include(${CMAKE_SOURCE_DIR}/cmake/embedded_files.cmake)

function(guatu_layer name)
  set(lower_layers ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/guatu/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  list(APPEND sources ${guatu_generated_${name}})
  if(sources)
    add_library(guatu_${name} STATIC ${sources})
    set(scope PUBLIC)
    target_precompile_headers(guatu_${name} REUSE_FROM guatu_common)
  else()
    add_library(guatu_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  list(TRANSFORM lower_layers PREPEND guatu_)
  target_link_libraries(guatu_${name} ${scope} guatu_options PkgConfig::FMT ${lower_layers} ${guatu_libraries_${name}})
endfunction()

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tools/layers.txt)
file(STRINGS ${CMAKE_SOURCE_DIR}/tools/layers.txt layer_lines REGEX "^[a-z]+:")
foreach(line ${layer_lines})
  string(REGEX MATCHALL "[a-z]+" names "${line}")
  guatu_layer(${names})
endforeach()

target_compile_definitions(guatu_app PUBLIC GUATU_VERSION="${PROJECT_VERSION}")
