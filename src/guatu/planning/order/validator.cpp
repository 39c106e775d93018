#include "guatu/planning/order/validator.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace guatu::planning::order {
namespace {

/// A day as a position in an array.
std::size_t index(Day day) {
  return static_cast<std::size_t>(day);
}

constexpr double kNever = std::numeric_limits<double>::infinity();

std::string place_of(const Problem& problem, std::uint32_t procedure) {
  return "projects[" + std::to_string(problem.project_of[procedure]) + "].procedures[" +
         std::to_string(problem.given_as[procedure]) + "]";
}

/// Starts of one project: all of them or none, none too early. Gives the day after its last, or none.
Day check_project(const Problem& problem, const Plan& plan, std::uint32_t project, std::vector<std::string>& faults) {
  const auto own = problem.of_project(project);
  std::uint32_t planned = 0;
  Day end = 0;
  for (auto i = own.begin; i < own.end; ++i) {
    const Day start = plan.start[i];
    if (start == kUnplanned) continue;
    ++planned;
    if (start < problem.not_before[i]) faults.push_back(place_of(problem, i) + " starts before it may");
    for (auto arc = problem.before_begin[i]; arc < problem.before_begin[i + 1]; ++arc) {
      const auto before = problem.before[arc];
      if (plan.start[before] == kUnplanned ||
          plan.start[before] + problem.desk_days[before] + problem.lag_days[before] > start)
        faults.push_back(place_of(problem, i) + " starts before its predecessor has ended");
    }
    end = std::max(end, start + problem.desk_days[i] + problem.lag_days[i]);
  }
  if (planned != 0 && planned != own.size())
    faults.push_back("projects[" + std::to_string(project) + "] is planned in part");
  return planned == own.size() ? end : std::numeric_limits<Day>::max();
}

/// Desks taken and given back, swept by day.
void check_desks(const Problem& problem, const Plan& plan, std::vector<std::string>& faults) {
  std::vector<std::map<Day, int>> changes(problem.departments());
  for (std::uint32_t i = 0; i < problem.procedures(); ++i) {
    if (plan.start[i] == kUnplanned || problem.desk_days[i] == 0) continue;
    ++changes[problem.department[i]][plan.start[i]];
    --changes[problem.department[i]][plan.start[i] + problem.desk_days[i]];
  }
  for (std::uint32_t department = 0; department < problem.departments(); ++department) {
    int taken = 0;
    for (const auto& [day, change] : changes[department]) {
      taken += change;
      if (taken > problem.desks[department])
        faults.push_back("departments[" + std::to_string(department) + "] has more cases than desks on day " +
                         std::to_string(day));
    }
  }
}

/// What the desk days of a project cost at least when all is done by `days`. Arcs are dropped until every procedure has at
/// most one predecessor, so that the rest is a sum over branches; earliest and latest days still know the dropped ones.
class CheapestProject {
 public:
  CheapestProject(const Problem& problem, const std::vector<double>& prices, Day days)
      : problem_(problem), prices_(prices), days_(days) {}

  double cost(std::uint32_t project) {
    const auto days = days_;
    const auto own = problem_.of_project(project);
    const auto count = own.size();
    std::vector<Day> first(count), last(count);
    std::vector<std::uint32_t> parent(count, count);
    for (std::uint32_t k = 0; k < count; ++k) {
      first[k] = problem_.not_before[own.begin + k];
      Day latest_end = -1;
      for (auto arc = problem_.before_begin[own.begin + k]; arc < problem_.before_begin[own.begin + k + 1]; ++arc) {
        const auto before = problem_.before[arc] - own.begin;
        const Day end = first[before] + problem_.length(own.begin + before);
        if (end > latest_end) parent[k] = before;
        latest_end = std::max(latest_end, end);
        first[k] = std::max(first[k], end);
      }
    }
    double sum = 0;
    std::vector<std::vector<double>> cheapest(count, std::vector<double>(static_cast<std::size_t>(days) + 1, kNever));
    for (std::uint32_t k = count; k-- > 0;) {
      Day end = days;
      for (auto arc = problem_.after_begin[own.begin + k]; arc < problem_.after_begin[own.begin + k + 1]; ++arc)
        end = std::min(end, last[problem_.after[arc] - own.begin]);
      last[k] = end - problem_.length(own.begin + k);
      fill(own.begin, k, first[k], last[k], parent, cheapest);
      if (parent[k] == count) sum += cheapest[k][0];
    }
    return sum;
  }

 private:
  /// cheapest[k][t]: the least price of k and what hangs on it when k starts on day t or later.
  void fill(std::uint32_t begin, std::uint32_t k, Day first, Day last, const std::vector<std::uint32_t>& parent,
            std::vector<std::vector<double>>& cheapest) const {
    double least = kNever;
    for (Day start = last; start >= 0; --start) {
      if (start >= first) {
        double price = desk_price(begin + k, start);
        for (std::uint32_t child = k + 1; child < parent.size(); ++child)
          if (parent[child] == k) price += cheapest[child][index(start + problem_.length(begin + k))];
        least = std::min(least, price);
      }
      cheapest[k][static_cast<std::size_t>(start)] = least;
    }
  }

  [[nodiscard]] double desk_price(std::uint32_t procedure, Day start) const {
    double price = 0;
    for (Day day = start; day < start + problem_.desk_days[procedure]; ++day)
      price += prices_[static_cast<std::size_t>(problem_.department[procedure]) * static_cast<std::size_t>(days_) +
                       static_cast<std::size_t>(day)];
    return price;
  }

  const Problem& problem_;
  const std::vector<double>& prices_;
  Day days_;
};

}  // namespace

Verdict validate(const Problem& problem, const Plan& plan) {
  Verdict verdict;
  if (plan.start.size() != problem.procedures()) {
    verdict.faults.emplace_back("the plan is not one of this problem");
    return verdict;
  }
  for (std::uint32_t project = 0; project < problem.projects(); ++project) {
    const Day end = check_project(problem, plan, project, verdict.faults);
    if (end <= problem.first_days) ++verdict.finished.first;
    if (end <= problem.second_days) ++verdict.finished.second;
  }
  check_desks(problem, plan, verdict.faults);
  return verdict;
}

double recompute_bound(const Problem& problem, const std::vector<double>& prices, Day days) {
  double bound = 0;
  for (std::uint32_t department = 0; department < problem.departments(); ++department)
    for (Day day = 0; day < days; ++day)
      bound +=
          problem.desks[department] *
          prices[static_cast<std::size_t>(department) * static_cast<std::size_t>(days) + static_cast<std::size_t>(day)];
  CheapestProject cheapest(problem, prices, days);
  for (std::uint32_t project = 0; project < problem.projects(); ++project)
    bound += std::max(0.0, 1.0 - cheapest.cost(project));
  return bound;
}

}  // namespace guatu::planning::order
