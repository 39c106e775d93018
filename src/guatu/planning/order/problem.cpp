#include "guatu/planning/order/problem.hpp"

#include <algorithm>
#include <ranges>
#include <string>

namespace guatu::planning::order {
namespace {

constexpr int kMostDays = 4096;
constexpr std::size_t kMostFaults = 100;

class Faults {
 public:
  void add(const std::string& path, const std::string& zh, const std::string& en) {
    if (faults_.size() < kMostFaults) faults_.push_back({path + "：" + zh, path + ": " + en});
  }
  [[nodiscard]] bool none() const { return faults_.empty(); }
  [[nodiscard]] Error error() && {
    Error error{ErrorKind::InvalidInput,
                {"办理次序的数据有误，请按所列位置改正", "the network of procedures is wrong; mend what is listed"},
                "network",
                std::move(faults_)};
    return error;
  }

 private:
  std::vector<Bilingual> faults_;
};

void check_days(const std::string& path, int days, Faults& faults) {
  if (days < 0) faults.add(path, "天数为负：" + std::to_string(days), "negative days: " + std::to_string(days));
  if (days > kMostDays) faults.add(path, "天数过大：" + std::to_string(days), "too many days: " + std::to_string(days));
}

void check_frame(const ProblemInput& input, Faults& faults) {
  check_days("first_days", input.first_days, faults);
  check_days("second_days", input.second_days, faults);
  if (input.second_days < input.first_days) faults.add("second_days", "早于第一个日期", "lies before the first date");
  for (std::size_t i = 0; i < input.desks.size(); ++i)
    if (input.desks[i] < 1)
      faults.add("desks[" + std::to_string(i) + "]", "至少要有一个办理席位", "a department has at least one desk");
}

void check_procedure(const std::string& path, const ProcedureInput& procedure, std::size_t position,
                     std::size_t siblings, std::size_t departments, Faults& faults) {
  if (procedure.department >= departments)
    faults.add(path + ".department", "没有这个部门：" + std::to_string(procedure.department),
               "unknown department: " + std::to_string(procedure.department));
  check_days(path + ".desk_days", procedure.desk_days, faults);
  check_days(path + ".lag_days", procedure.lag_days, faults);
  check_days(path + ".not_before", procedure.not_before, faults);
  for (std::size_t i = 0; i < procedure.predecessors.size(); ++i) {
    const auto before = procedure.predecessors[i];
    if (before >= siblings || before == position)
      faults.add(path + ".predecessors[" + std::to_string(i) + "]", "前置手续不在本项目内：" + std::to_string(before),
                 "no other procedure of the project: " + std::to_string(before));
  }
}

/// Positions so that predecessors come first, given order among equals; shorter than the project when there is a circle.
std::vector<std::uint32_t> topological_order(const ProjectInput& project) {
  const auto count = project.procedures.size();
  std::vector<std::uint32_t> order;
  std::vector<bool> placed(count, false);
  const auto ready = [&](std::size_t i) {
    return std::ranges::all_of(project.procedures[i].predecessors,
                               [&](std::uint32_t before) { return placed[before]; });
  };
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t i = 0; i < count; ++i) {
      if (placed[i] || !ready(i)) continue;
      placed[i] = moved = true;
      order.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return order;
}

/// A circle among what could not be ordered, as "2 → 4 → 2".
std::string circle_of(const ProjectInput& project, const std::vector<std::uint32_t>& ordered) {
  std::vector<bool> placed(project.procedures.size(), false);
  for (const auto i : ordered)
    placed[i] = true;
  auto at = static_cast<std::uint32_t>(std::ranges::find(placed, false) - placed.begin());
  std::vector<std::uint32_t> walk;
  while (std::ranges::find(walk, at) == walk.end()) {
    walk.push_back(at);
    at = *std::ranges::find_if(project.procedures[at].predecessors, [&](std::uint32_t b) { return !placed[b]; });
  }
  walk.erase(walk.begin(), std::ranges::find(walk, at));
  std::string text = std::to_string(at);
  for (const auto step : std::views::reverse(walk))
    text += " → " + std::to_string(step);
  return text;
}

void append_project(const ProjectInput& given, const std::vector<std::uint32_t>& order, Problem& problem) {
  const auto first = problem.procedures();
  const auto project = problem.projects();
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i)
    place[order[i]] = first + i;
  for (const auto position : order) {
    const auto& procedure = given.procedures[position];
    problem.project_of.push_back(project);
    problem.department.push_back(procedure.department);
    problem.desk_days.push_back(procedure.desk_days);
    problem.lag_days.push_back(procedure.lag_days);
    problem.not_before.push_back(std::max(procedure.not_before, given.accepted));
    problem.given_as.push_back(position);
    std::vector<std::uint32_t> before;
    for (const auto predecessor : procedure.predecessors)
      before.push_back(place[predecessor]);
    std::ranges::sort(before);
    before.erase(std::ranges::unique(before).begin(), before.end());
    problem.before.insert(problem.before.end(), before.begin(), before.end());
    problem.before_begin.push_back(static_cast<std::uint32_t>(problem.before.size()));
  }
  problem.accepted.push_back(given.accepted);
  problem.investment.push_back(given.investment);
  problem.project_begin.push_back(problem.procedures());
}

/// The arcs once more, by predecessor.
void turn_arcs(Problem& problem) {
  problem.after_begin.assign(problem.procedures() + 1, 0);
  for (const auto before : problem.before)
    ++problem.after_begin[before + 1];
  for (std::uint32_t i = 0; i < problem.procedures(); ++i)
    problem.after_begin[i + 1] += problem.after_begin[i];
  problem.after.resize(problem.before.size());
  auto next = problem.after_begin;
  for (std::uint32_t i = 0; i < problem.procedures(); ++i)
    for (auto arc = problem.predecessors(i).begin; arc < problem.predecessors(i).end; ++arc)
      problem.after[next[problem.before[arc]]++] = i;
}

}  // namespace

Result<Problem> make_problem(const ProblemInput& input) {
  Faults faults;
  check_frame(input, faults);
  for (std::size_t i = 0; i < input.projects.size(); ++i) {
    const auto path = "projects[" + std::to_string(i) + "]";
    const auto& project = input.projects[i];
    check_days(path + ".accepted", project.accepted, faults);
    for (std::size_t j = 0; j < project.procedures.size(); ++j)
      check_procedure(path + ".procedures[" + std::to_string(j) + "]", project.procedures[j], j,
                      project.procedures.size(), input.desks.size(), faults);
  }
  if (!faults.none()) return std::move(faults).error();

  Problem problem;
  problem.first_days = input.first_days;
  problem.second_days = input.second_days;
  problem.desks.assign(input.desks.begin(), input.desks.end());
  problem.project_begin = {0};
  problem.before_begin = {0};
  for (std::size_t i = 0; i < input.projects.size(); ++i) {
    const auto order = topological_order(input.projects[i]);
    if (order.size() < input.projects[i].procedures.size()) {
      const auto circle = circle_of(input.projects[i], order);
      faults.add("projects[" + std::to_string(i) + "].procedures", "前置关系成环：" + circle, "a circle: " + circle);
      continue;
    }
    append_project(input.projects[i], order, problem);
  }
  if (!faults.none()) return std::move(faults).error();
  turn_arcs(problem);
  return problem;
}

}  // namespace guatu::planning::order
