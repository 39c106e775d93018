#pragma once

#include <algorithm>
#include <vector>

#include "guatu/planning/order/draws.hpp"
#include "guatu/planning/order/plan.hpp"

#include "tests/support/order_builder.hpp"

/// The best of all plans, by trying each. Only for a handful of cases.
namespace guatu::testing {

using planning::order::kUnplanned;

/// Every plan of a tiny problem, project by project.
class EveryPlan {
 public:
  explicit EveryPlan(const Problem& problem)
      : problem_(problem), start_(problem.procedures(), kUnplanned), left_(problem.departments()) {
    for (std::uint32_t department = 0; department < problem.departments(); ++department)
      left_[department].assign(static_cast<std::size_t>(problem.first_days), problem.desks[department]);
  }

  int most() {
    project(0, 0);
    return most_;
  }

 private:
  void project(std::uint32_t index, int done) {
    most_ = std::max(most_, done);
    if (index == problem_.projects() || done + static_cast<int>(problem_.projects() - index) <= most_) return;
    procedure(index, problem_.project_begin[index], done);
    project(index + 1, done);
  }

  void procedure(std::uint32_t index, std::uint32_t i, int done) {
    if (i == problem_.project_begin[index + 1]) return project(index + 1, done + 1);
    Day from = problem_.not_before[i];
    for (auto arc = problem_.predecessors(i).begin; arc < problem_.predecessors(i).end; ++arc)
      from = std::max(from, start_[problem_.before[arc]] + problem_.length(problem_.before[arc]));
    auto& left = left_[problem_.department[i]];
    for (Day start = from; start + problem_.length(i) <= problem_.first_days; ++start) {
      const auto begin = left.begin() + start, end = begin + problem_.desk_days[i];
      if (std::any_of(begin, end, [](int desks) { return desks == 0; })) continue;
      std::for_each(begin, end, [](int& desks) { --desks; });
      start_[i] = start;
      procedure(index, i + 1, done);
      std::for_each(begin, end, [](int& desks) { ++desks; });
    }
  }

  const Problem& problem_;
  std::vector<Day> start_;
  std::vector<std::vector<int>> left_;
  int most_ = 0;
};

inline Problem tiny_problem(std::uint64_t seed) {
  planning::order::Draws draws(seed);
  auto input = make_order_input(2, 7, 7, {});
  input.desks = {1, 1 + static_cast<int>(draws.below(2))};
  for (int i = 0; i < 4; ++i) {
    ProjectInput project;
    project.accepted = static_cast<Day>(draws.below(3));
    const auto count = 1 + draws.below(3);
    for (std::uint32_t k = 0; k < count; ++k) {
      auto one = make_case(draws.below(2), static_cast<int>(draws.below(4)), {}, static_cast<int>(draws.below(2)));
      for (std::uint32_t before = 0; before < k; ++before)
        if (draws.below(2) == 0) one.predecessors.push_back(before);
      project.procedures.push_back(std::move(one));
    }
    input.projects.push_back(std::move(project));
  }
  return *make_problem(input);
}

}  // namespace guatu::testing
