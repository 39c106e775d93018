#pragma once

#include <string>
#include <vector>

#include "tests/support/program.hpp"

/// The test program as another process that uses a store: what it may do before it is killed, starved or traced.
namespace guatu::test {

/// First word of a helper's command line; then the engine, the job, the place of the store, and what the job wants.
inline constexpr const char* kHelperWord = "--store-helper";

[[nodiscard]] int run_helper(const std::vector<std::string>& words);

/// The command line that makes a helper of this very program.
[[nodiscard]] std::vector<std::string> helper_words(const std::string& engine, const std::string& job,
                                                    const std::string& where,
                                                    const std::vector<std::string>& more = {});

}  // namespace guatu::test
