#include <algorithm>

#include "guatu/usecases/ledger/change_life.hpp"
#include "guatu/usecases/ledger/revoke_completion.hpp"

#include "tests/simulation/broken.hpp"
#include "tests/simulation/made_up_campaign.hpp"
#include "tests/simulation/world.hpp"

// Lives of projects, and completions taken back by the supervision.
namespace guatu::simulation {
namespace {

using ledger::LifeEvent;

const std::vector<std::string> kActions{"suspend", "resume", "withdraw", "end",  "move", "rename",
                                        "merge",   "split",  "join",     "move", "split"};

/// The day of an event: after the last one that is known, up to the end of the dekad; now and then before it.
std::optional<Date> draw_day(World& world, const TrueProject& project) {
  auto first = std::max(project.joined, kStarts);
  if (!world.dice.percent(20))
    for (const auto& event : project.events)
      first = std::max(first, event.on);
  if (first > world.today()) return std::nullopt;
  return first + world.dice.below(world.today() - first + 1);
}

/// The rest of the event; none when it cannot be made up.
std::optional<LifeEvent> complete(World& world, const TrueProject& project, const std::string& action, Date on) {
  LifeEvent event{*ledger::find_life_action(action), on, "研究", "纪要", {}, {}, {}, false};
  if (action == "rename" || action == "split") event.name = make_name(world.dice);
  if (action == "move") {
    std::vector<std::string> others;
    for (const auto& unit : made_up_units())
      if (unit.responsible && unit.code != project.unit_on(on, world.truth.seq())) others.push_back(unit.code);
    event.to_unit = UnitCode{world.dice.pick(others)};
  }
  if (action == "merge") {
    std::vector<std::string> others;
    for (const auto& other : world.truth.projects)
      if (other.id != project.id && other.is_in(on, world.truth.seq())) others.push_back(other.id);
    if (others.empty()) return std::nullopt;
    event.to_project = ProjectId{world.dice.pick(others)};
  }
  return event;
}

void happened(World& world, const std::string& id, const std::string& action, const LifeEvent& event,
              std::int64_t seq) {
  auto* project = world.truth.find(id);
  const auto to = action == "move" ? event.to_unit.text() : (action == "merge" ? event.to_project.text() : event.name);
  if (action == "split") {
    TrueProject fresh;
    fresh.id = world.truth.next_id();
    fresh.name = event.name;
    fresh.unit = project->unit_on(event.on, seq);
    fresh.born = seq;
    fresh.joined = event.on;
    auto site = make_site(world.dice, world.truth.version_at(seq));
    site.id = fresh.id;
    site.name = fresh.name;
    site.unit = fresh.unit;
    project->events.push_back({seq, event.on, action, fresh.id});
    world.truth.projects.push_back(std::move(fresh));
    world.sites.push_back(std::move(site));
    return;
  }
  project->events.push_back({seq, event.on, action, to});
}

struct Claim {
  std::string project;
  PartName part;
  Date finished;
};

/// Completions that hold today.
std::vector<Claim> claims(World& world) {
  std::vector<Claim> found;
  const auto seq = world.truth.seq();
  for (const auto& project : world.truth.projects)
    for (const auto& [part, versions] : project.parts) {
      const auto facts = project.facts_of(part, seq);
      if (facts.finished && !facts.revoked && facts.finished->on <= world.today())
        found.push_back({project.id, part, facts.finished->on});
    }
  return found;
}

PartStory* story_of(World& world, const std::string& id, const PartName& part) {
  for (auto& site : world.sites)
    if (site.id == id)
      for (auto& story : site.parts)
        if (story.kind() == part.first && story.part() == part.second) return &story;
  return nullptr;
}

}  // namespace

namespace steps {

void change_life(World& world) {
  if (world.truth.projects.empty()) return;
  for (int tries = 0; tries < 6; ++tries) {
    const auto project = world.dice.pick(world.truth.projects);
    const auto action = world.dice.pick(kActions);
    const auto on = draw_day(world, project);
    if (!on || !project.may_happen(action, *on)) continue;
    const auto event = complete(world, project, action, *on);
    if (!event) continue;
    world.write(
        action + " " + project.id + " on " + format_iso(*on), true,
        [&]() -> Result<std::int64_t> {
          GUATU_TRY(const auto answer, usecases::change_life(world.session("office"), {project.id, *event}));
          return answer.seq;
        },
        [&](std::int64_t seq) { happened(world, project.id, action, *event, seq); });
    return;
  }
}

void change_life_wrongly(World& world) {
  if (world.truth.projects.empty()) return;
  for (int tries = 0; tries < 12; ++tries) {
    const auto project = world.dice.pick(world.truth.projects);
    const auto action = world.dice.pick(kActions);
    const auto on = draw_day(world, project);
    // An approved joining may stand in place of the one that was only assumed, so it is no mistake.
    if (!on || action == "join" || project.may_happen(action, *on)) continue;
    const auto event = complete(world, project, action, *on);
    if (!event) continue;
    world.refuse(action + " " + project.id + " on " + format_iso(*on), [&] {
      const auto answer = usecases::change_life(world.session("office"), {project.id, *event});
      return answer ? std::nullopt : std::optional(answer.error());
    });
    return;
  }
}

void revoke(World& world) {
  const auto found = claims(world);
  if (found.empty()) return;
  const auto claim = world.dice.pick(found);
  const auto effective = claim.finished + world.dice.below(world.today() - claim.finished + 1);
  const ledger::Revocation revocation{effective, world.dice.percent(45), "核查不实"};
  const usecases::RevokeRequest request{claim.project, KindCode{claim.part.first}, claim.part.second, revocation};
  const auto what = "revoke " + claim.project + "/" + claim.part.first + " from " + format_iso(effective) +
                    (revocation.false_papers ? ", false papers" : "");
  const auto revoke_now = [&]() -> Result<std::int64_t> {
    GUATU_TRY(const auto answer, usecases::revoke_completion(world.session(kSupervision), request));
    return answer.seq;
  };
  const bool there = world.write(what, true, revoke_now, [&](std::int64_t seq) {
    auto* project = world.truth.find(claim.project);
    auto& versions = project->parts.at(claim.part);
    project->told[claim.part].push_back(what);
    auto facts = versions.back().second;
    facts.revoked = TakenBack{effective, revocation.false_papers};
    versions.emplace_back(seq, facts);
    if (auto* story = story_of(world, claim.project, claim.part)) story->take_back(effective);
  });
  if (there && world.dice.percent(30))
    world.refuse(what + " again", [&] {
      const auto answer = revoke_now();
      return answer ? std::nullopt : std::optional(answer.error());
    });
}

}  // namespace steps
}  // namespace guatu::simulation
