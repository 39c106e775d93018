#pragma once

#include <string>

#include "guatu/planning/rcpsp/solve.hpp"

namespace guatu::json {

struct SolveDocument {
  std::string file;
  std::int64_t activities = 0;  ///< Without the two dummies.
  planning::rcpsp::Solution solution;
  std::int64_t seed = 0;
};

[[nodiscard]] std::string encode_solve(const SolveDocument& document);

}  // namespace guatu::json
