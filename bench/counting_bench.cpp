// The promise of counting: the figures of 50,000 projects with nine procedures each in at most 25 ms, and their league
// tables in the same time. Prints a table; ends non-zero when a promise is broken.
#include <cstdlib>
#include <fmt/format.h>
#include <functional>
#include <string>
#include <vector>

#include "guatu/counting/figures.hpp"
#include "guatu/leagues/league_table.hpp"

#include "bench/measure.hpp"

namespace {

using namespace guatu;
using campaign::AuthorityScope;
using campaign::Capacity;
using campaign::LeagueUnit;
using campaign::Measure;

constexpr int kProjects = 50'000;
constexpr std::uint16_t kKinds = 9;
constexpr int kUnits = 40;
constexpr int kRuns = 15;
constexpr double kPromisedMilliseconds = 25;

const Date kDay = Date::of(2023, 3, 10);

campaign::Unit make_unit(int number) {
  static constexpr Capacity kCapacities[] = {Capacity::District, Capacity::Sponsor, Capacity::Approver};
  campaign::Unit unit;
  const auto name = fmt::format("u{}", number);
  unit.code = UnitCode{name};
  unit.names.push_back({std::nullopt, {name, name}, name});
  unit.capacities = {kCapacities[number % 3]};
  return unit;
}

campaign::LeagueRule make_league(const char* id, Capacity ranked, LeagueUnit counts) {
  campaign::LeagueRule league;
  league.id = id;
  league.name = {id, id};
  league.ranked = ranked;
  league.counts = counts;
  league.bottom = 3;
  return league;
}

/// Three targets, one of them past its deadline, and three leagues.
campaign::Campaign make_campaign() {
  campaign::Campaign campaign;
  for (int i = 0; i < kKinds; ++i) {
    campaign::ProcedureKind kind;
    kind.code = KindCode{fmt::format("k{}", i)};
    kind.name = {kind.code.text(), kind.code.text()};
    campaign.kinds.push_back(kind);
  }
  for (int i = 0; i < kUnits; ++i)
    campaign.units.push_back(make_unit(i));
  const auto target = [](const char* id, Measure measure, AuthorityScope scope, Ratio threshold, Date deadline) {
    return campaign::Target{id, {id, id}, measure, scope, threshold, deadline, {}};
  };
  campaign.targets = {
      target("t1", Measure::ProjectsFinished, AuthorityScope::All, {70, 100}, Date::of(2023, 2, 28)),
      target("t2", Measure::ProceduresFinished, AuthorityScope::CityAndCounty, {1, 1}, Date::of(2023, 3, 31)),
      target("t3", Measure::ProceduresHandedUp, AuthorityScope::RegionAndState, {1, 1}, Date::of(2023, 3, 31))};
  campaign.leagues = {make_league("district", Capacity::District, LeagueUnit::Project),
                      make_league("sponsor", Capacity::Sponsor, LeagueUnit::Project),
                      make_league("approver", Capacity::Approver, LeagueUnit::ProcedurePart)};
  return campaign;
}

/// Late in a campaign: about half of the procedures finished, one project in twenty with faults.
counting::TallyInput make_input() {
  counting::TallyInput input;
  input.as_of = kDay;
  std::uint32_t state = 2463534242;  // xorshift, so that every run counts the same rows
  const auto next = [&](std::uint32_t bound) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state % bound;
  };
  for (int i = 0; i < kProjects; ++i) {
    counting::ProjectCells project;
    project.id = ProjectId{fmt::format("P{:05}", i)};
    project.name = fmt::format("项目{}", i);
    project.responsible = static_cast<counting::UnitIndex>(next(kUnits));
    project.industry = static_cast<counting::UnitIndex>(next(kUnits));
    project.first_part = static_cast<std::uint32_t>(input.parts.size());
    project.part_count = kKinds;
    const bool faulty = next(20) == 0;
    for (std::uint16_t kind = 0; kind < kKinds; ++kind) {
      counting::PartCell cell;
      cell.kind = kind;
      cell.line = static_cast<counting::UnitIndex>(next(kUnits));
      if (!faulty || kind > 1) cell.authority = static_cast<Authority>(next(4));
      cell.state = next(2) == 0 ? ProcedureState::Finished : static_cast<ProcedureState>(next(kProcedureStateCount));
      cell.overdue = next(10) == 0;
      cell.no_plan_date = faulty;
      input.parts.push_back(cell);
    }
    input.projects.push_back(std::move(project));
  }
  return input;
}

/// The same work again and again; a run that counts differently ends the program.
std::vector<double> timed(const std::function<std::int64_t()>& work, std::int64_t expected) {
  return bench::repeat(kRuns, [&] {
    const auto result = work();
    if (result == expected) return;
    fmt::print(stderr, "counted {}, not {}\n", result, expected);
    std::exit(1);
  });
}

}  // namespace

int main() {
  const auto campaign = make_campaign();
  const auto input = make_input();
  const counting::TallyInput* const at_deadline[] = {&input, nullptr, nullptr};
  const counting::FiguresRequest request{campaign, input, nullptr, {}, at_deadline};
  const auto figures = counting::count_figures(request);
  const auto tables = leagues::rank_leagues(campaign, input, nullptr, figures.targets);

  const auto finished = figures.procedures.strict.ratio.numerator;
  const auto first = tables.leagues[0].rows[0].rate.ratio.numerator;
  bench::print_head();
  bool kept = bench::print_line(
      "figures of 50,000 projects x 9",
      timed([&] { return counting::count_figures(request).procedures.strict.ratio.numerator; }, finished),
      kPromisedMilliseconds);
  const auto rank = [&] {
    return leagues::rank_leagues(campaign, input, nullptr, figures.targets).leagues[0].rows[0].rate.ratio.numerator;
  };
  kept = bench::print_line("their three leagues", timed(rank, first), kPromisedMilliseconds) && kept;
  return kept ? 0 : 1;
}
