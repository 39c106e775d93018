#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace guatu::documents {

enum class HelperEnd { Done, Failed, OutOfTime };

/// Runs a program to its end, without input or output and as a group of its own; at the limit the whole group is killed.
/// `words` begins with the program's path; `settings` are added to the environment.
[[nodiscard]] HelperEnd run_helper(const std::vector<std::string>& words,
                                   const std::vector<std::pair<std::string, std::string>>& settings,
                                   std::chrono::milliseconds limit);

}  // namespace guatu::documents
