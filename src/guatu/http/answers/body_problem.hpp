#pragma once

#include "guatu/http/answers/problem.hpp"
#include "guatu/json/body_fault.hpp"

namespace guatu::http {

/// 422 with everything that is wrong in a body, each with its pointer.
[[nodiscard]] inline Problem body_problem(const json::BodyFaults& faults) {
  Problem problem{422, "invalid_input", {"请求内容不对", "the body cannot be used"}, "", {}};
  for (const auto& fault : faults)
    problem.faults.push_back({fault.text, fault.pointer});
  return problem;
}

}  // namespace guatu::http
