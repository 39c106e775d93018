#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guatu/base/result.hpp"

/// The target of a request, decoded once and for all.
namespace guatu::http {

struct Target {
  std::vector<std::string> path;                           ///< "/api/v1/figures" is {"api","v1","figures"}; "/" is {}.
  std::vector<std::pair<std::string, std::string>> query;  ///< In the order sent.
};

/// Percent signs decoded in each segment, name and value; + is a space in the query. A final slash does not count.
/// Errors: WrongUsage for what is no absolute path, for bad percent signs, for text that is not UTF-8 and for control
/// characters.
[[nodiscard]] Result<Target> parse_target(std::string_view target);

}  // namespace guatu::http
