#include "guatu/usecases/ledger/tally_from_ledger.hpp"
#include "guatu/usecases/reporting/verify.hpp"

#include "tests/simulation/broken.hpp"
#include "tests/simulation/invariants.hpp"
#include "tests/simulation/made_up_campaign.hpp"

namespace guatu::simulation {
namespace invariants {

void acknowledged_is_there(World& world) {
  constexpr auto kClause = "rules 3: an acknowledged commit is there";
  const auto commits = sound(world.stand->store().load_commits(1, std::int64_t{1} << 40));
  must_equal(commits.size(), world.truth.heads.size(), kClause, "the number of commits");
  for (std::size_t i = 0; i < commits.size(); ++i) {
    must_hold(commits[i].head == world.truth.heads[i], kClause, "commit " + std::to_string(i + 1) + " is another one");
    must_equal(commits[i].head.seq, static_cast<std::int64_t>(i) + 1, "rules 3: numbers without a gap", "a number");
    must_hold(i == 0 || commits[i - 1].head.recorded_at <= commits[i].head.recorded_at,
              "rules 3: recorded_at never goes back", "commit " + std::to_string(i + 1));
  }
}

void instants_lead_to_commits(World& world) {
  const auto& heads = world.truth.heads;
  const auto instant = world.dice.pick(heads).recorded_at + world.dice.between(-1, 1);
  const auto found = sound(world.stand->store().find_head_at(instant));
  must_equal(found.seq, world.truth.head_at(instant).seq, "rules 3: known_at is turned into a commit", "the commit");
}

void chain_holds(World& world) {
  const auto fault = sound(world.stand->store().verify_chain());
  must_hold(!fault, "rules 3: the chain holds", fault ? fault->what : "");
}

/// The ledger that moved on by what commits added, beside the one that was read from the first to the last record.
void kept_is_as_read_anew(World& world, const usecases::Known& known) {
  constexpr auto kClause = "rules 3: a second process computes the same";
  const auto kept = sound(world.ledgers.load(world.stand->store(), known.head));
  const auto same_part = [](const ledger::PartHistory& a, const ledger::PartHistory& b) {
    return a.kind == b.kind && a.part == b.part && a.facts == b.facts && a.revision == b.revision;
  };
  const auto same_project = [&](const ledger::ProjectHistory& a, const ledger::ProjectHistory& b) {
    return a.record == b.record && a.revision == b.revision && a.life == b.life &&
           std::ranges::equal(a.parts, b.parts, same_part);
  };
  must_hold(std::ranges::equal(kept->ledger.projects, known.ledger.projects, same_project), kClause, "projects");
  must_hold(kept->ledger.seq == known.ledger.seq && kept->ledger.returns == known.ledger.returns, kClause, "returns");
  must_hold(kept->ledger.upper_problems == known.ledger.upper_problems, kClause, "problems for region and state");
  must_hold(kept->ledger.disputes == known.ledger.disputes, kClause, "disputes");
  must_hold(kept->answers == known.answers && kept->dekads == known.dekads, kClause, "answers and dekads");
  must_hold(kept->publications == known.publications, kClause, "publications");
  must_hold(kept->version->files_digest == known.version->files_digest, kClause, "the campaign's version");
}

void as_known_then(World& world, const Answered& answered) {
  auto& store = world.stand->store();
  const auto known = sound(usecases::load_known(store, world.truth.heads[static_cast<std::size_t>(answered.seq) - 1]));
  const auto frozen = usecases::freeze(known, sound(usecases::numbers_on_day(store, known, answered.as_of)));
  const auto what = format_iso(answered.as_of) + " as known at commit " + std::to_string(answered.seq);
  must_hold(frozen.figures == answered.figures, "rules 3: what was known never changes", "the figures of " + what);
  must_hold(frozen.leagues == answered.leagues, "rules 3: what was known never changes", "the leagues of " + what);
}

void published_stays(World& world, const usecases::Known& known, const Published& published) {
  constexpr auto kClause = "rules 3: published documents are served unchanged";
  auto& store = world.stand->store();
  const auto what = format_dekad(published.dekad) + "/" + std::to_string(published.revision);
  for (const auto& publication : known.publications) {
    if (publication.dekad != published.dekad || publication.revision != published.revision) continue;
    must_hold(sound(store.load_blob(publication.figures)) == published.figures, kClause, "figures of " + what);
    must_hold(sound(store.load_blob(publication.leagues)) == published.leagues, kClause, "leagues of " + what);
    const auto papers = sound(usecases::load_papers(store, publication));
    must_equal(papers.size(), published.papers.size(), kClause, "papers of " + what);
    for (std::size_t i = 0; i < papers.size(); ++i)
      must_hold(papers[i].name == published.papers[i].name && papers[i].bytes == published.papers[i].bytes, kClause,
                papers[i].name + " of " + what);
    return;
  }
  throw Broken(kClause, what + " is gone");
}

void everything_verifies(World& world) {
  constexpr auto kClause = "rules 3: the chain holds, and so does what was published";
  const auto answer = sound(usecases::verify(world.stand->store(), {world.truth.heads.back(), {}, nullptr}, {}));
  must_hold(!answer.fault, kClause, answer.fault ? answer.fault->en : "");
  must_equal(answer.commits, world.truth.seq(), kClause, "verified commits");
  must_equal(answer.publications, static_cast<std::int64_t>(world.published.size()), kClause, "verified publications");
}

}  // namespace invariants

namespace {

Seen look(World& world, const usecases::Known& known, Date day) {
  return {day, known, sound(usecases::numbers_on_day(world.stand->store(), known, day)),
          usecases::tally_from_ledger(known.ledger, known.campaign(), day)};
}

void check_day(World& world, const Seen& seen) {
  invariants::states_are_true(seen, world.truth);
  invariants::breakdowns_add_up(seen);
  invariants::every_project_once(seen);
  invariants::counts_are_true(seen, world.truth);
  invariants::bottom_spares_the_best(seen);
  invariants::rates_open_to_their_rows(seen);
  invariants::order_of_rows_is_irrelevant(seen, world.dice);
}

}  // namespace

void check_after_step(World& world) {
  invariants::acknowledged_is_there(world);
  invariants::instants_lead_to_commits(world);
  const auto known = sound(usecases::load_newest(world.stand->store()));
  invariants::kept_is_as_read_anew(world, known);
  const auto today = look(world, known, world.today());
  check_day(world, today);
  invariants::lives_of_dekads_are_true(today, world.truth);
  const auto other = look(world, known, kStarts + world.dice.between(-3, world.today() - kStarts + 15));
  check_day(world, other);
  if (world.dice.percent(50) && !world.answered.empty())
    invariants::as_known_then(world, world.dice.pick(world.answered));
  auto frozen = usecases::freeze(known, other.numbers);
  world.answered.push_back({other.day, known.head.seq, std::move(frozen.figures), std::move(frozen.leagues)});
  if (!world.published.empty()) invariants::published_stays(world, known, world.dice.pick(world.published));
  if (world.dice.percent(20)) invariants::chain_holds(world);
  if (world.dice.percent(2)) invariants::everything_verifies(world);
}

void check_at_end(World& world) {
  world.stand->restart();
  invariants::acknowledged_is_there(world);
  const auto known = sound(usecases::load_newest(world.stand->store()));
  for (std::size_t i = 0; i < world.answered.size(); i += 3)
    invariants::as_known_then(world, world.answered[i]);
  for (const auto& published : world.published)
    invariants::published_stays(world, known, published);
  invariants::everything_verifies(world);
}

}  // namespace guatu::simulation
