#pragma once

#include "guatu/usecases/ledger/figures_on_day.hpp"

#include "tests/simulation/world.hpp"

/// What has to hold after every step, each under its clause. All throw `Broken`.
namespace guatu::simulation {

/// What the ledger says of one day, as known now.
struct Seen {
  Date day;
  const usecases::Known& known;  ///< Outlives this.
  usecases::DayNumbers numbers;
  counting::TallyInput tally;
};

namespace invariants {

// The numbers themselves.
void breakdowns_add_up(const Seen& seen);
void every_project_once(const Seen& seen);
void order_of_rows_is_irrelevant(const Seen& seen, Dice& dice);
void bottom_spares_the_best(const Seen& seen);
void rates_open_to_their_rows(const Seen& seen);

// Against what is true.
void states_are_true(const Seen& seen, const Truth& truth);
void counts_are_true(const Seen& seen, const Truth& truth);
void lives_of_dekads_are_true(const Seen& seen, const Truth& truth);

// Against what was.
void acknowledged_is_there(World& world);
void instants_lead_to_commits(World& world);
void chain_holds(World& world);
void kept_is_as_read_anew(World& world, const usecases::Known& known);
void as_known_then(World& world, const Answered& answered);
void published_stays(World& world, const usecases::Known& known, const Published& published);
void everything_verifies(World& world);

}  // namespace invariants

/// Everything, about today and a day drawn at random; of what was answered and published earlier, some.
void check_after_step(World& world);
/// Everything once more, of all that was ever answered and published.
void check_at_end(World& world);

}  // namespace guatu::simulation
