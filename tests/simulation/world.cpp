#include "tests/simulation/world.hpp"

#include <algorithm>

#include "guatu/values/instant.hpp"

#include "tests/simulation/broken.hpp"
#include "tests/simulation/made_up_campaign.hpp"

namespace guatu::simulation {
namespace {

constexpr const char* kWholeOrAbsent = "rules 3: a commit is wholly there or wholly absent";

std::string error_text(const Error& error) {
  auto text = error.message.en;
  for (const auto& reason : error.reasons)
    text += "; " + reason.en;
  return text;
}

}  // namespace

World::World(Options chosen, std::unique_ptr<Stand> where)
    : options(std::move(chosen)),
      dice(options.seed),
      stand(std::move(where)),
      clock(last_second_of(kStarts) - 50'000),
      entropy(options.seed ^ 0x5a17) {
  start();
}

void World::start() {
  steps::load_new_version(*this);
  while (truth.seq() == 0)  // The office tries again until it has its campaign.
    steps::load_new_version(*this);
  std::vector<std::string> units;
  for (const auto& unit : made_up_units())
    if (unit.responsible) units.push_back(unit.code);
  for (int i = 0; i < options.projects; ++i) {
    sites.push_back(make_site(dice, 1));
    sites.back().unit = dice.pick(units);
  }
  plan_dekad();
}

void World::plan_dekad() {
  using Deed = std::function<void(World&)>;
  static const std::vector<std::pair<int, Deed>> kDeeds{
      {4, steps::change_life},      {2, steps::change_life_wrongly}, {3, steps::revoke},
      {3, steps::send_late},        {3, steps::send_with_bad_rows},  {1, steps::send_foreign_row},
      {2, steps::send_into_locked}, {1, steps::send_ledger_back},    {2, steps::take_wrong_step},
      {1, steps::load_new_version}, {2, steps::jump_clock},          {2, steps::restart},
      {2, steps::correct},          {2, steps::match_platform}};
  std::vector<Deed> choices;
  for (const auto& [weight, deed] : kDeeds)
    choices.insert(choices.end(), static_cast<std::size_t>(weight), deed);
  const auto morning = last_second_of(period_.last_day()) - 60'000;
  if (clock.now() < morning) clock.move_by(morning - clock.now());
  agenda_.clear();
  for (const auto& unit : made_up_units())
    if (unit.responsible && (periods_done_ == 0 || dice.percent(85)))
      agenda_.emplace_back([code = unit.code](World& world) { steps::send_return(world, code); });
  for (int i = 0; i < 8; ++i)
    agenda_.push_back(dice.pick(choices));
  dice.shuffle(agenda_);
  // Done last: these stand first, as the agenda is worked off from its end.
  std::vector<Deed> closing;
  if (dice.percent(40)) closing.push_back(dice.pick(choices));
  if (dice.percent(85)) closing.emplace_back(steps::publish);
  if (dice.percent(30)) closing.emplace_back(steps::send_into_locked);
  closing.emplace_back(steps::lock);
  agenda_.insert(agenda_.begin(), closing.begin(), closing.end());
}

bool World::step() {
  if (agenda_.empty()) {
    if (++periods_done_ >= options.dekads) return false;
    period_ = period_.next();
    plan_dekad();
  }
  const auto deed = std::move(agenda_.back());
  agenda_.pop_back();
  deed(*this);
  return true;
}

Trouble World::draw_trouble() {
  if (!dice.percent(10)) return Trouble::None;
  std::vector<Trouble> choices{Trouble::FailsBefore, Trouble::DiesInside, Trouble::AnswerLost};
  if (stand->has_disk())
    choices.insert(choices.end(), {Trouble::DiesInside, Trouble::DiskFull, Trouble::WriteFails, Trouble::SyncFails});
  if (stand->has_server())
    choices.insert(choices.end(), {Trouble::DiesInside, Trouble::ConnectionCut, Trouble::ConnectionCut});
  return dice.pick(choices);
}

void World::acknowledge(const std::string& what, const std::function<void(std::int64_t)>& happened) {
  const auto head = sound(stand->store().find_head());
  must_equal(head.seq, truth.seq() + 1, "rules 3: numbers without a gap", "the commit of: " + what);
  const auto earlier = truth.heads.empty() ? head.recorded_at : truth.heads.back().recorded_at;
  must_equal(head.recorded_at, std::max(earlier, clock.now()), "rules 3: recorded_at never goes back",
             "the instant of: " + what);
  truth.heads.push_back(head);
  happened(head.seq);
}

Error World::killed() {
  return make_error(ErrorKind::StoreFailed, "killed", "进程被杀", "the process was killed");
}

bool World::write(const std::string& what, bool expect_commit, const std::function<Result<std::int64_t>()>& work,
                  const std::function<void(std::int64_t)>& happened) {
  clock.move_by(dice.between(1, 300));
  const auto trouble = draw_trouble();
  log.push_back(what + (trouble == Trouble::None ? "" : std::string(" — ") + trouble_name(trouble)));
  const auto before = truth.seq();
  stand->arm(trouble, dice.between(1, 12));
  const auto answer = work();
  const bool struck = stand->disarm();
  const bool met = struck || (!answer && answer.error() == killed());
  must_hold(answer || (met && answer.error().kind == ErrorKind::StoreFailed), "what may be done is done",
            what + ": " + (answer ? "" : error_text(answer.error())));
  // A program that was killed is another matter; its connections were not cut.
  must_hold(answer || trouble != Trouble::ConnectionCut || answer.error() == killed(),
            "a server that was lost for a moment is waited for",
            what + ": " + (answer ? "" : error_text(answer.error())));
  if (met && ((struck && trouble == Trouble::DiesInside) || dice.percent(60))) stand->restart();
  const auto after = sound(stand->store().find_head()).seq;
  const bool there = after == before + 1;
  must_hold(after == before || there, kWholeOrAbsent, what + ": head " + std::to_string(after));
  must_hold(!there || expect_commit, "what changes nothing writes nothing", what + ": wrote a commit");
  if (answer) {
    must_hold(there == expect_commit, "rules 3: an acknowledged commit is there", what + ": no commit");
    must_equal(*answer, after, "rules 3: numbers without a gap", "the answered number of: " + what);
  }
  if (struck && trouble == Trouble::AnswerLost)
    must_hold(there, kWholeOrAbsent, what + ": written, and gone after its answer was lost");
  if (struck && trouble == Trouble::FailsBefore) must_hold(!there, kWholeOrAbsent, what + ": failed, and there");
  if (there) acknowledge(what, happened);
  return there;
}

void World::refuse(const std::string& what, const std::function<std::optional<Error>()>& work) {
  clock.move_by(dice.between(1, 300));
  log.push_back(what + " (has to be refused)");
  const auto error = work();
  must_hold(error.has_value(), "what may not be done is refused", what + ": was done");
  must_hold(
      error->kind == ErrorKind::Refused || error->kind == ErrorKind::InvalidInput || error->kind == ErrorKind::NotFound,
      "what may not be done is refused", what + ": " + error_text(*error));
  must_equal(sound(stand->store().find_head()).seq, truth.seq(), "what is refused writes nothing",
             "head after: " + what);
}

}  // namespace guatu::simulation
