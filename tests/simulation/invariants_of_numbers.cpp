#include <algorithm>
#include <numeric>

#include "guatu/ledger/finish_rule.hpp"
#include "guatu/reporting/dekad_life.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"

#include "tests/simulation/broken.hpp"
#include "tests/simulation/invariants.hpp"
#include "tests/simulation/made_up_campaign.hpp"

namespace guatu::simulation::invariants {
namespace {

std::int64_t sum_of(const counting::StateCounts& counts) {
  return std::accumulate(counts.by_state.begin(), counts.by_state.end(), std::int64_t{0});
}

std::string on(const Seen& seen) {
  return " on " + format_iso(seen.day);
}

std::string told_of(const TrueProject& project, const PartName& part) {
  std::string text;
  const auto found = project.told.find(part);
  if (found != project.told.end())
    for (const auto& line : found->second)
      text += "\n    " + line;
  return text;
}

}  // namespace

void breakdowns_add_up(const Seen& seen) {
  constexpr auto kClause = "rules 4: every breakdown adds up to the same totals";
  const auto& figures = seen.numbers.figures;
  std::int64_t total = 0, finished = 0, not_applicable = 0, by_level = 0;
  for (const auto& kind : figures.by_kind) {
    must_equal(sum_of(kind.counts), kind.counts.total, kClause, "the states of " + kind.kind.text() + on(seen));
    total += kind.counts.total;
    finished += kind.counts.of(ProcedureState::Finished);
    not_applicable += kind.counts.of(ProcedureState::NotApplicable);
  }
  for (const auto& level : figures.by_authority) {
    must_equal(sum_of(level.counts), level.counts.total, kClause, "the states of a level" + on(seen));
    by_level += level.counts.total;
  }
  const auto& rates = figures.procedures;
  must_equal(by_level, total, kClause, "parts by level" + on(seen));
  must_equal(rates.strict.ratio.numerator, finished, kClause, "strict numerator" + on(seen));
  must_equal(rates.strict.ratio.denominator, total - not_applicable, kClause, "strict denominator" + on(seen));
  must_equal(rates.regional.ratio.numerator, finished + not_applicable, kClause, "regional numerator" + on(seen));
  must_equal(rates.regional.ratio.denominator, total, kClause, "regional denominator" + on(seen));
  const auto& projects = figures.projects;
  must_equal(projects.finished_rate.ratio.numerator, projects.finished, kClause, "finished projects" + on(seen));
  must_equal(projects.finished_rate.ratio.denominator, projects.counted, kClause, "counted projects" + on(seen));
  must_hold(projects.finished <= projects.meets && projects.meets <= projects.counted, kClause,
            "finished projects do not meet, or meeting ones do not count" + on(seen));
}

void every_project_once(const Seen& seen) {
  constexpr auto kClause = "rules 5: the city total counts each project once";
  std::set<std::string> ids;
  for (const auto& project : seen.tally.projects)
    must_hold(ids.insert(project.id.text()).second, kClause, project.id.text() + " stands twice" + on(seen));
  std::int64_t counted = 0;
  for (const auto& league : seen.numbers.leagues.leagues)
    if (league.id == "district" || league.id == "sponsor")
      for (const auto& row : league.rows)
        counted += row.rate.ratio.denominator;
  must_equal(counted, seen.numbers.figures.projects.counted, kClause, "projects of districts and sponsors" + on(seen));
}

void order_of_rows_is_irrelevant(const Seen& seen, Dice& dice) {
  auto shuffled = seen.tally;
  dice.shuffle(shuffled.projects);
  const auto& campaign = seen.known.campaign();
  const auto& targets = seen.numbers.figures.targets;
  const auto here = leagues::rank_leagues(campaign, seen.tally, nullptr, targets);
  const auto there = leagues::rank_leagues(campaign, shuffled, nullptr, targets);
  must_hold(here == there, "rules 5: ranking does not depend on the order of rows", "another ranking" + on(seen));
}

void bottom_spares_the_best(const Seen& seen) {
  constexpr auto kClause = "rules 5: who is at 100 % or shares the first place is never in the bottom";
  for (const auto& league : seen.numbers.leagues.leagues) {
    int place = 0;
    for (std::size_t i = 0; i < league.rows.size(); ++i) {
      const auto& row = league.rows[i];
      const bool spared = is_whole(row.rate.ratio) || row.rank == 1;
      must_hold(!(row.bottom && spared), kClause, row.unit.text() + " in league " + league.id + on(seen));
      const bool as_before = i > 0 && compare(league.rows[i - 1].rate.ratio, row.rate.ratio) == 0;
      must_hold(i == 0 || compare(league.rows[i - 1].rate.ratio, row.rate.ratio) >= 0, "rules 5: best first",
                row.unit.text() + " in league " + league.id + on(seen));
      if (!as_before) place = static_cast<int>(i) + 1;
      must_equal(row.rank, place, "rules 5: ties share a place", "the place of " + row.unit.text() + on(seen));
    }
    for (const auto& named : league.candidates)
      must_hold(std::ranges::any_of(league.rows, [&](const auto& row) { return row.unit == named && row.bottom; }),
                "rules 5: candidates come from the bottom", named.text() + on(seen));
    must_hold(league.candidates.empty() || seen.numbers.leagues.assessment,
              "rules 5: candidates arise only at assessment cuts", league.id + on(seen));
  }
}

void rates_open_to_their_rows(const Seen& seen) {
  constexpr auto kClause = "rules 5: every rate opens to its rows";
  const auto& campaign = seen.known.campaign();
  if (seen.numbers.leagues.assessment) return;  // What is unverified is left out of a score at a cut.
  for (std::size_t i = 0; i < campaign.leagues.size(); ++i)
    for (const auto& row : seen.numbers.leagues.leagues[i].rows) {
      std::int64_t counts = 0, done = 0;
      for (const auto& behind : leagues::explain(campaign, seen.tally, campaign.leagues[i], row.unit)) {
        counts += behind.counts ? 1 : 0;
        done += behind.counts && behind.done ? 1 : 0;
      }
      must_equal(counts, row.rate.ratio.denominator, kClause, "rows behind " + row.unit.text() + on(seen));
      must_equal(done, row.rate.ratio.numerator, kClause, "rows done behind " + row.unit.text() + on(seen));
    }
}

void states_are_true(const Seen& seen, const Truth& truth) {
  constexpr auto kClause = "rules 2: the state on a day";
  const auto seq = seen.known.head.seq;
  const auto& campaign = seen.known.campaign();
  must_equal(seen.known.ledger.projects.size(), truth.projects.size(), "rules 3: projects in the ledger",
             "their number");
  for (std::size_t i = 0; i < truth.projects.size(); ++i) {
    const auto& real = truth.projects[i];
    const auto& said = seen.known.ledger.projects[i];
    const auto who = real.id + on(seen);
    must_hold(said.record.id.text() == real.id, "rules 3: projects in the ledger", real.id + " is missing");
    must_hold(said.in_campaign_on(seen.day) == real.is_in(seen.day, seq), "rules 3: a project counts when it is in",
              who);
    must_hold(said.responsible_on(seen.day).text() == real.unit_on(seen.day, seq),
              "rules 3: past days stay with the unit of that day", who);
    must_hold(said.name_on(seen.day) == real.name_on(seen.day, seq), "rules 3: names are dated", who);
    const auto parts = truth.parts_of(real, seen.day, seq);
    const auto on_day = ledger::project_on_day(said, campaign, seen.day);
    must_equal(on_day.procedures.size(), parts.size(), kClause, "parts of " + who);
    for (const auto& procedure : on_day.procedures) {
      const PartName part{campaign.kinds[procedure.kind].code.text(), std::string(procedure.part)};
      const auto found = parts.find(part);
      must_hold(found != parts.end(), kClause, part.first + "/" + part.second + " of " + who + " is unknown");
      const auto expected = state_on(found->second, seen.day, kStarts);
      must_hold(procedure.state == expected, kClause,
                part.first + "/" + part.second + " of " + who + " is " + std::string(state_name(procedure.state)) +
                    ", must be " + std::string(state_name(expected)) + told_of(real, part));
    }
  }
}

void counts_are_true(const Seen& seen, const Truth& truth) {
  constexpr auto kClause = "rules 4: counting";
  const auto seq = seen.known.head.seq;
  const auto real = truth.count(seen.day, seq);
  const auto& figures = seen.numbers.figures;
  const auto same = [&](std::int64_t found, std::int64_t expected, const char* what) {
    must_equal(found, expected, kClause, what + on(seen));
  };
  same(figures.projects.counted, real.counted, "counted");
  same(figures.projects.finished, real.finished, "finished");
  same(figures.projects.meets, real.meets, "meeting");
  same(figures.projects.gained, real.gained, "gained");
  same(figures.projects.invested.counted.yuan, real.invested, "investment");
  same(figures.procedures.unverified, real.unverified, "unverified");
  same(figures.procedures.overdue, real.overdue, "overdue");
  for (const auto& kind : figures.by_kind) {
    const auto found = real.by_kind.find(kind.kind.text());
    const auto expected = found == real.by_kind.end() ? decltype(found->second){} : found->second;
    must_hold(kind.counts.by_state == expected, kClause, "states of " + kind.kind.text() + on(seen));
  }
  std::set<std::string> carried;
  for (const auto& unit : seen.numbers.carried)
    carried.insert(unit.text());
  must_hold(carried == truth.carried(seen.day, seq), "rules 3: who did not report is carried",
            "carried units" + on(seen));
  if (seen.numbers.leagues.assessment) return;
  for (const auto& league : seen.numbers.leagues.leagues)
    for (const auto& row : league.rows) {
      if (league.id == "approver") continue;
      const auto& [done, of] = real.by_unit.at(row.unit.text());
      must_equal(row.rate.ratio.numerator, done, "rules 5: leagues", "finished of " + row.unit.text() + on(seen));
      must_equal(row.rate.ratio.denominator, of, "rules 5: leagues", "projects of " + row.unit.text() + on(seen));
    }
}

void lives_of_dekads_are_true(const Seen& seen, const Truth& truth) {
  constexpr auto kClause = "rules 3: dekad life";
  for (const auto& [dekad, real] : truth.dekads) {
    const auto* said = seen.known.find_dekad(dekad);
    if (real.life == DekadLife::Never) continue;
    must_hold(said != nullptr, kClause, format_dekad(dekad) + " is unknown");
    must_equal(static_cast<int>(said->state), static_cast<int>(real.life) - 1, kClause,
               "life of " + format_dekad(dekad));
    must_equal(said->published_revisions, real.revisions, kClause, "revisions of " + format_dekad(dekad));
  }
}

}  // namespace guatu::simulation::invariants
