#include "guatu/usecases/planning/open_work.hpp"

#include <algorithm>
#include <map>

#include "guatu/ledger/finish_rule.hpp"
#include "guatu/ledger/state_on_day.hpp"
#include "guatu/usecases/planning/plan_on_day.hpp"

namespace guatu::usecases {
namespace {

using planning::order::ProcedureInput;
using planning::order::ProjectInput;

/// Departments in the order of their codes; numbered once all are known.
using Departments = std::map<OpenDepartment, std::uint32_t>;

class WorkReader {
 public:
  WorkReader(const campaign::Campaign& campaign, Date as_of, const DeskPolicy& policy)
      : campaign_(campaign), as_of_(as_of), policy_(policy) {}

  void read(const ledger::ProjectHistory& history) {
    if (!history.in_campaign_on(as_of_)) return;
    const auto plan = plan_project(history, campaign_, as_of_, std::nullopt);
    if (ledger::nothing_applicable(plan.project)) return;
    ProjectInput project;
    std::vector<OpenCase> cases;
    std::vector<std::uint32_t> place(plan.parts.size(), 0);
    for (std::size_t i = 0; i < plan.parts.size(); ++i) {
      place[i] = static_cast<std::uint32_t>(cases.size());
      if (plan.parts[i].dates) {
        add_open(history, plan.parts[i], project, cases);
      } else if (plan.parts[i].procedure.state == ProcedureState::HandedUp) {
        add_handed_up(history, plan.parts[i].procedure, project, cases);
      }
    }
    for (std::size_t i = 0; i < plan.parts.size(); ++i)
      for (const auto& waits : plan.parts[i].after) {
        const auto before = after_lag(place[waits.part], waits.lag_days, project, cases);  // May add a procedure.
        project.procedures[place[i]].predecessors.push_back(before);
      }
    work_.projects.push_back(&history);
    work_.input.projects.push_back(std::move(project));
    work_.cases.push_back(std::move(cases));
  }

  OpenWork finish() {
    work_.second_on = campaign_.ends_on;
    std::optional<Date> first;
    for (const auto& target : campaign_.targets) {
      work_.second_on = std::max(work_.second_on, target.deadline);
      if (target.measure == campaign::Measure::ProjectsFinished && !first) first = target.deadline;
    }
    work_.first_on = first.value_or(work_.second_on);
    work_.input.first_days = std::max(0, campaign_.calendar.working_days_until(as_of_, work_.first_on));
    work_.input.second_days = std::max(0, campaign_.calendar.working_days_until(as_of_, work_.second_on));
    std::vector<std::uint32_t> number(departments_.size());
    for (const auto& [department, given] : departments_) {
      number[given] = static_cast<std::uint32_t>(work_.departments.size());
      work_.departments.push_back(department);
      work_.input.desks.push_back(department.district.empty() ? policy_.city_desks : policy_.district_desks);
    }
    const auto above = static_cast<std::uint32_t>(work_.departments.size());
    work_.departments.emplace_back();
    work_.input.desks.push_back(1);
    for (auto& project : work_.input.projects)
      for (auto& procedure : project.procedures)
        procedure.department = procedure.department == kAbove ? above : number[procedure.department];
    return std::move(work_);
  }

 private:
  static constexpr std::uint32_t kAbove = 0xffffffff;

  void add_open(const ledger::ProjectHistory& history, const PlannedPart& part, ProjectInput& project,
                std::vector<OpenCase>& cases) {
    const auto& calendar = campaign_.calendar;
    const bool started = part.dates->earliest_start <= as_of_;
    const int days =
        std::max(1, started ? calendar.working_days_until(as_of_, part.dates->earliest_finish)
                            : calendar.count_working_days(part.dates->earliest_start, part.dates->earliest_finish));
    const bool above = decides_above_city(part.procedure.authority);
    ProcedureInput procedure;
    procedure.desk_days = above ? 0 : std::clamp((days * policy_.desk_percent + 50) / 100, 1, days);
    procedure.lag_days = days - procedure.desk_days;
    procedure.not_before = started ? 0 : calendar.working_days_until(as_of_, part.dates->earliest_start) - 1;
    procedure.department = above ? kAbove : department_of(history, part.procedure);
    project.procedures.push_back(std::move(procedure));
    cases.push_back({part.procedure.kind, std::string(part.procedure.part), started, !above});
  }

  /// Its papers are above; what is left is waiting until the limit has run.
  void add_handed_up(const ledger::ProjectHistory& history, const ledger::ProcedureOnDay& given, ProjectInput& project,
                     std::vector<OpenCase>& cases) {
    ProcedureInput procedure;
    procedure.department = kAbove;
    procedure.desk_days = 0;
    const auto& kind = campaign_.kinds[given.kind];
    auto variant = given.facts->variant;
    if (variant.empty()) variant = planning::variant_on_track(kind, history.record.track);
    auto found = std::ranges::find(kind.variants, variant, &campaign::Variant::code);
    if (found == kind.variants.end()) found = kind.variants.begin();
    const auto since = ledger::state_since(*given.facts, as_of_, campaign_.policy.completion);
    if (since && found != kind.variants.end())
      procedure.lag_days =
          std::max(0, campaign_.calendar.working_days_until(
                          as_of_, limit_ends_on(since->on, found->legal_limit, {}, campaign_.calendar)));
    project.procedures.push_back(std::move(procedure));
    cases.push_back({given.kind, std::string(given.part), true, false});
  }

  /// The predecessor itself, or a wait behind it.
  std::uint32_t after_lag(std::uint32_t before, int lag_days, ProjectInput& project, std::vector<OpenCase>& cases) {
    if (lag_days <= 0) return before;
    ProcedureInput wait;
    wait.department = kAbove;
    wait.desk_days = 0;
    wait.lag_days = lag_days;
    wait.predecessors = {before};
    project.procedures.push_back(std::move(wait));
    const auto of = cases[before];
    cases.push_back({of.kind, of.part, false, false});
    return static_cast<std::uint32_t>(cases.size() - 1);
  }

  std::uint32_t department_of(const ledger::ProjectHistory& history, const ledger::ProcedureOnDay& procedure) {
    OpenDepartment department{campaign_.kinds[procedure.kind].line, {}};
    if (procedure.facts != nullptr && !procedure.facts->line.empty()) department.line = procedure.facts->line;
    if (procedure.authority == Authority::County)
      department.district =
          history.record.districts.empty() ? history.responsible_on(as_of_) : history.record.districts.front();
    return departments_.try_emplace(department, static_cast<std::uint32_t>(departments_.size())).first->second;
  }

  const campaign::Campaign& campaign_;
  Date as_of_;
  DeskPolicy policy_;
  Departments departments_;
  OpenWork work_;
};

}  // namespace

OpenWork open_work(const ledger::Ledger& ledger, const campaign::Campaign& campaign, Date as_of,
                   const DeskPolicy& policy) {
  WorkReader reader(campaign, as_of, policy);
  for (const auto& history : ledger.projects)
    reader.read(history);
  return reader.finish();
}

}  // namespace guatu::usecases
