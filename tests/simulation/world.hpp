#pragma once

#include <functional>
#include <memory>
#include <set>

#include "guatu/usecases/ledger/import_forms.hpp"
#include "guatu/usecases/ledger/kept_ledgers.hpp"
#include "guatu/usecases/reporting/publish.hpp"

#include "tests/simulation/clerks.hpp"
#include "tests/simulation/return_sheets.hpp"
#include "tests/simulation/stand.hpp"
#include "tests/simulation/truth.hpp"
#include "tests/support/fixed_clock.hpp"
#include "tests/support/seeded_entropy.hpp"

/// One simulated campaign: the office with its store, the clerks, the clock, and what is true. Everything is drawn from one
/// seed, except the moment at which a process of its own is killed. What happens is in the files `steps_….cpp`; what has to hold afterwards in `invariants`.
namespace guatu::simulation {

/// An answer that was given once and may never become another. Source: rules 3.
struct Answered {
  Date as_of;
  std::int64_t seq = 0;
  std::string figures, leagues;
};

/// What has been published, byte for byte.
struct Published {
  Dekad dekad;
  int revision = 0;
  std::string figures, leagues;
  std::vector<reporting::Paper> papers;
};

struct Options {
  std::uint64_t seed = 1;
  int projects = 20;
  int dekads = 3;
  FileForm form = FileForm::Cells;
  usecases::RenderPapers render;
  std::string program;  ///< The program, for steps of other processes; empty: none.
  std::string folder;   ///< For its files.
};

class World {
 public:
  World(Options chosen, std::unique_ptr<Stand> where);

  /// The next thing that happens. False: the campaign is over.
  bool step();

  Options options;
  Dice dice;
  std::unique_ptr<Stand> stand;
  guatu::test::FixedClock clock;
  guatu::test::SeededEntropy entropy;
  Truth truth;
  std::vector<Site> sites;
  std::vector<Answered> answered;
  std::vector<Published> published;
  usecases::KeptLedgers ledgers;  ///< As a service keeps them, across everything that happens to its store.
  std::vector<std::string> log;   ///< What happened, for the report of a failure.

  [[nodiscard]] usecases::Session session(const std::string& actor) {
    return {stand->store(), clock, entropy, actor, {}, &ledgers};
  }
  [[nodiscard]] Dekad current() const { return period_; }
  [[nodiscard]] Date today() const { return period_.last_day(); }

  /// Does something that may write one commit. `work` is the use case; `happened` tells the truth what the commit `seq`
  /// brought. Trouble may come in between: then the commit has to be wholly there or wholly absent. True: it is there.
  bool write(const std::string& what, bool expect_commit, const std::function<Result<std::int64_t>()>& work,
             const std::function<void(std::int64_t seq)>& happened);
  /// The program was killed before it could answer: what `work` may say of a process of its own.
  [[nodiscard]] static Error killed();
  /// Something that has to be refused: the use case's answer has no value, and nothing is written.
  void refuse(const std::string& what, const std::function<std::optional<Error>()>& work);

 private:
  void plan_dekad();
  void start();
  [[nodiscard]] Trouble draw_trouble();
  void acknowledge(const std::string& what, const std::function<void(std::int64_t)>& happened);

  Dekad period_ = Dekad{2022, 12, 1};
  int periods_done_ = 0;
  std::vector<std::function<void(World&)>> agenda_;  ///< Of this dekad, last first.
};

// Steps, each told with its actor.
namespace steps {
void send_return(World& world, const std::string& unit);
void send_late(World& world);
void send_with_bad_rows(World& world);
void send_foreign_row(World& world);
void send_into_locked(World& world);
void send_ledger_back(World& world);
void change_life(World& world);
void change_life_wrongly(World& world);
void revoke(World& world);
void match_platform(World& world);
void lock(World& world);
void publish(World& world);
void correct(World& world);
void take_wrong_step(World& world);
void load_new_version(World& world);
void jump_clock(World& world);
void restart(World& world);
}  // namespace steps

}  // namespace guatu::simulation
