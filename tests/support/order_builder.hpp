#pragma once

#include <vector>

#include "guatu/planning/order/problem.hpp"

/// Small problems of the order of work.
namespace guatu::testing {

using planning::order::Day;
using planning::order::Problem;
using planning::order::ProblemInput;
using planning::order::ProcedureInput;
using planning::order::ProjectInput;

inline ProcedureInput make_case(std::uint32_t department, int desk_days, std::vector<std::uint32_t> predecessors = {},
                                int lag_days = 0) {
  return {department, desk_days, lag_days, 0, std::move(predecessors)};
}

/// Every department has one desk.
inline ProblemInput make_order_input(std::uint32_t departments, Day first_days, Day second_days,
                                     std::vector<std::vector<ProcedureInput>> projects) {
  ProblemInput input;
  input.first_days = first_days;
  input.second_days = second_days;
  input.desks.assign(departments, 1);
  for (auto& procedures : projects)
    input.projects.push_back({0, 0, std::move(procedures)});
  return input;
}

}  // namespace guatu::testing
