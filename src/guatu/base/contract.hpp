#pragma once

#include <cstdio>
#include <cstdlib>

/// A programmer's mistake ends the program, in release builds too: a wrong number must not be published.
#define GUATU_REQUIRE(condition)                                                            \
  do {                                                                                      \
    if (!(condition)) {                                                                     \
      std::fprintf(stderr, "%s:%d: contract broken: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                         \
    }                                                                                       \
  } while (false)
