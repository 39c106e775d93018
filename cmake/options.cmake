# Flags that every target of the project shares.
add_library(guatu_options INTERFACE)
target_compile_options(guatu_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
target_compile_options(guatu_options INTERFACE -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
target_include_directories(guatu_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
  target_compile_options(guatu_options INTERFACE -fpch-preprocess)  # ccache needs it to see through precompiled headers.
endif()
if(GUATU_SANITIZE)
  # Without vptr: SOCI hides the type information that this check asks for.
  target_compile_options(guatu_options INTERFACE -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all
      -fno-omit-frame-pointer)
  target_link_options(guatu_options INTERFACE -fsanitize=address,undefined)
endif()
if(GUATU_COVERAGE)
  # Which lines the corpora of the fuzzers reach; without sanitizers, which would count their own branches.
  target_compile_options(guatu_options INTERFACE -fprofile-instr-generate -fcoverage-mapping)
  target_link_options(guatu_options INTERFACE -fprofile-instr-generate)
elseif(GUATU_FUZZ)
  target_compile_options(guatu_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all)
  target_link_options(guatu_options INTERFACE -fsanitize=address,undefined)
endif()
find_program(GUATU_MOLD mold)
if(GUATU_MOLD AND NOT GUATU_FUZZ)
  target_link_options(guatu_options INTERFACE -fuse-ld=mold)
endif()

# guatu_precompiled(name HEADERS … LINKS …): an otherwise empty library whose parsed headers other targets reuse by REUSE_FROM.
function(guatu_precompiled name)
  cmake_parse_arguments(ARG "" "" "HEADERS;LINKS" ${ARGN})
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "")
  add_library(${name} STATIC ${CMAKE_BINARY_DIR}/${name}.cpp)
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
  target_link_libraries(${name} PRIVATE guatu_options ${ARG_LINKS})
endfunction()
