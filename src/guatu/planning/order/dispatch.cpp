#include "guatu/planning/order/dispatch.hpp"

#include <algorithm>
#include <queue>

namespace guatu::planning::order {
namespace {

struct Waiting {
  double urgency;
  std::uint32_t procedure;
  /// For a heap with the most urgent on top.
  friend bool operator<(const Waiting& a, const Waiting& b) {
    return a.urgency != b.urgency ? a.urgency > b.urgency : a.procedure > b.procedure;
  }
};

class Simulation {
 public:
  Simulation(const Problem& problem, const Urgency& urgency)
      : problem_(problem),
        urgency_(urgency),
        open_before_(problem.procedures()),
        may_start_(problem.not_before),
        arrivals_(static_cast<std::size_t>(problem.second_days)),
        returns_(static_cast<std::size_t>(problem.second_days)),
        free_(problem.desks),
        queues_(problem.departments()) {
    plan_.start.assign(problem.procedures(), kUnplanned);
    for (std::uint32_t i = 0; i < problem.procedures(); ++i) {
      open_before_[i] = problem.predecessors(i).size();
      if (open_before_[i] == 0) arrive(i);
    }
  }

  Plan run() {
    for (Day day = 0; day < problem_.second_days; ++day) {
      const auto today = static_cast<std::size_t>(day);
      for (const auto department : returns_[today])
        ++free_[department];
      // What only waits lets its successors arrive on the same day, so the list may grow while it is read.
      std::size_t taken_in = 0;
      while (taken_in < arrivals_[today].size())
        take_in(arrivals_[today][taken_in++], day);
      for (std::uint32_t department = 0; department < problem_.departments(); ++department)
        serve(department, day);
    }
    drop_unfinished();
    return std::move(plan_);
  }

 private:
  void arrive(std::uint32_t procedure) {
    if (may_start_[procedure] < problem_.second_days)
      arrivals_[static_cast<std::size_t>(may_start_[procedure])].push_back(procedure);
  }

  void take_in(std::uint32_t procedure, Day day) {
    if (problem_.desk_days[procedure] == 0) return start(procedure, day);
    queues_[problem_.department[procedure]].push({urgency_(procedure, day), procedure});
  }

  void serve(std::uint32_t department, Day day) {
    auto& queue = queues_[department];
    while (free_[department] > 0 && !queue.empty()) {
      const auto procedure = queue.top().procedure;
      queue.pop();
      --free_[department];
      const Day end = day + problem_.desk_days[procedure];
      if (end < problem_.second_days) returns_[static_cast<std::size_t>(end)].push_back(department);
      start(procedure, day);
    }
  }

  void start(std::uint32_t procedure, Day day) {
    plan_.start[procedure] = day;
    const auto arcs = problem_.successors(procedure);
    for (auto arc = arcs.begin; arc < arcs.end; ++arc) {
      const auto after = problem_.after[arc];
      may_start_[after] = std::max(may_start_[after], day + problem_.length(procedure));
      if (--open_before_[after] == 0) arrive(after);
    }
  }

  void drop_unfinished() {
    for (std::uint32_t project = 0; project < problem_.projects(); ++project) {
      const auto own = problem_.of_project(project);
      bool finished = true;
      for (auto i = own.begin; i < own.end; ++i)
        finished =
            finished && plan_.start[i] != kUnplanned && plan_.start[i] + problem_.length(i) <= problem_.second_days;
      if (!finished) std::fill(plan_.start.begin() + own.begin, plan_.start.begin() + own.end, kUnplanned);
    }
  }

  const Problem& problem_;
  const Urgency& urgency_;
  Plan plan_;
  std::vector<std::uint32_t> open_before_;
  std::vector<Day> may_start_;
  std::vector<std::vector<std::uint32_t>> arrivals_, returns_;
  std::vector<std::int32_t> free_;
  std::vector<std::priority_queue<Waiting>> queues_;
};

std::vector<double> project_work(const Problem& problem) {
  std::vector<double> work(problem.projects(), 0);
  for (std::uint32_t i = 0; i < problem.procedures(); ++i)
    work[problem.project_of[i]] += problem.desk_days[i];
  return work;
}

}  // namespace

std::string_view rule_name(Rule rule) {
  switch (rule) {
    case Rule::FirstAtDesk:
      return "first_at_desk";
    case Rule::FirstAccepted:
      return "first_accepted";
    case Rule::LeastSlack:
      return "least_slack";
    case Rule::LargestInvestment:
      return "largest_investment";
    case Rule::ShortestCase:
      return "shortest_case";
    case Rule::LeastWork:
      return "least_work";
    case Rule::DropHopeless:
      return "drop_hopeless";
  }
  return {};
}

Bilingual rule_words(Rule rule) {
  switch (rule) {
    case Rule::FirstAtDesk:
      return {"各窗口先到先办", "first come to the desk, first served"};
    case Rule::FirstAccepted:
      return {"按项目受理先后", "by the day of the project's acceptance"};
    case Rule::LeastSlack:
      return {"按富余天数，少的先办", "least slack first"};
    case Rule::LargestInvestment:
      return {"按投资额，大的先办", "largest investment first"};
    case Rule::ShortestCase:
      return {"按本件用时，短的先办", "shortest case first"};
    case Rule::LeastWork:
      return {"按全项目用时，少的先办", "project with the least work first"};
    case Rule::DropHopeless:
      return {"先放下赶不上的，其余按全项目用时", "what cannot be in time last, then the project with the least work"};
  }
  return {};
}

Plan dispatch(const Problem& problem, const Urgency& urgency) {
  return Simulation(problem, urgency).run();
}

Plan dispatch(const Problem& problem, const Windows& windows, Rule rule) {
  const auto work = project_work(problem);
  constexpr double kBehindAll = 1e9;
  return dispatch(problem, [&](std::uint32_t procedure, Day arrived) -> double {
    const auto project = problem.project_of[procedure];
    switch (rule) {
      case Rule::FirstAtDesk:
        return arrived;
      case Rule::FirstAccepted:
        return problem.accepted[project];
      case Rule::LeastSlack:
        return windows.latest_first[procedure];
      case Rule::LargestInvestment:
        return -static_cast<double>(problem.investment[project]);
      case Rule::ShortestCase:
        return problem.desk_days[procedure];
      case Rule::LeastWork:
        return work[project];
      case Rule::DropHopeless:
        return work[project] + (arrived > windows.latest_first[procedure] ? kBehindAll : 0);
    }
    return 0;
  });
}

Finished count_finished(const Problem& problem, const Plan& plan) {
  Finished finished;
  for (std::uint32_t project = 0; project < problem.projects(); ++project) {
    const auto own = problem.of_project(project);
    Day end = 0;
    for (auto i = own.begin; i < own.end; ++i)
      end = std::max(end, plan.start[i] == kUnplanned ? problem.second_days + 1 : plan.start[i] + problem.length(i));
    if (end <= problem.first_days) ++finished.first;
    if (end <= problem.second_days) ++finished.second;
  }
  return finished;
}

}  // namespace guatu::planning::order
