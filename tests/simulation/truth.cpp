#include "tests/simulation/truth.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "guatu/store/chain.hpp"

#include "tests/simulation/made_up_campaign.hpp"

namespace guatu::simulation {
namespace {

enum class Standing { Never, In, Suspended, Out };

Standing after(Standing before, const std::string& action) {
  if (action == "join" || action == "resume") return Standing::In;
  if (action == "suspend") return Standing::Suspended;
  if (action == "withdraw" || action == "end" || action == "merge") return Standing::Out;
  return before;
}

bool possible(Standing standing, const std::string& action) {
  if (action == "join") return standing == Standing::Never || standing == Standing::Out;
  if (action == "resume") return standing == Standing::Suspended;
  if (action == "suspend") return standing == Standing::In;
  return standing == Standing::In || standing == Standing::Suspended;
}

bool is_upper(const Facts& facts) {
  return facts.authority == Authority::State || facts.authority == Authority::Region;
}

/// How one project counts. Source: rules 4.
struct Verdict {
  bool counted = false, finished = true, meets = true, any_finished = false, any_above = false;

  void see(const Facts& facts, ProcedureState state) {
    if (state == ProcedureState::NotApplicable) return;
    counted = true;
    const bool is_finished = state == ProcedureState::Finished;
    const bool above = state == ProcedureState::HandedUp && is_upper(facts);
    finished = finished && is_finished;
    meets = meets && (is_finished || above);
    any_finished = any_finished || is_finished;
    any_above = any_above || above;
  }
  [[nodiscard]] bool is_finished() const { return counted && finished && any_finished; }
};

Verdict judge(const std::map<PartName, Facts>& parts, Date day) {
  Verdict verdict;
  for (const auto& [part, facts] : parts)
    verdict.see(facts, state_on(facts, day, kStarts));
  return verdict;
}

}  // namespace

std::vector<TrueEvent> TrueProject::known(std::int64_t seq) const {
  std::vector<TrueEvent> found;
  for (const auto& event : events)
    if (event.seq <= seq) found.push_back(event);
  std::ranges::stable_sort(found, {}, &TrueEvent::on);
  return found;
}

bool TrueProject::is_in(Date day, std::int64_t seq) const {
  if (born > seq || day < joined) return false;
  auto standing = Standing::In;
  for (const auto& event : known(seq))
    if (event.on <= day) standing = after(standing, event.action);
  return standing == Standing::In;
}

std::string TrueProject::unit_on(Date day, std::int64_t seq) const {
  auto responsible = unit;
  for (const auto& event : known(seq))
    if (event.action == "move" && event.on <= day) responsible = event.to;
  return responsible;
}

std::string TrueProject::name_on(Date day, std::int64_t seq) const {
  auto called = name;
  for (const auto& event : known(seq))
    if (event.action == "rename" && event.on <= day) called = event.to;
  return called;
}

Facts TrueProject::facts_of(const PartName& part, std::int64_t seq) const {
  const auto found = parts.find(part);
  Facts newest;
  if (found == parts.end()) return newest;
  for (const auto& [at, facts] : found->second)
    if (at <= seq) newest = facts;
  return newest;
}

bool TrueProject::may_happen(const std::string& action, Date on) const {
  auto all = known(std::int64_t{1} << 60);
  const auto place = std::ranges::upper_bound(all, on, {}, &TrueEvent::on);
  all.insert(place, {0, on, action, {}});
  auto standing = Standing::Never;
  bool joined_yet = false;
  for (const auto& event : all) {
    if (!joined_yet && joined <= event.on) {
      standing = Standing::In;
      joined_yet = true;
    }
    if (!possible(standing, event.action)) return false;
    standing = after(standing, event.action);
  }
  return true;
}

int Truth::version_at(std::int64_t seq) const {
  int version = 1;
  for (const auto& [at, number] : versions)
    if (at <= seq) version = number;
  return version;
}

TrueProject* Truth::find(const std::string& id) {
  const auto found = std::ranges::find(projects, id, &TrueProject::id);
  return found == projects.end() ? nullptr : &*found;
}

const TrueProject* Truth::find_named(const std::string& unit, const std::string& name, Date day) const {
  for (const auto& project : projects)
    if (project.name_on(day, seq()) == name && project.unit_on(day, seq()) == unit) return &project;
  return nullptr;
}

std::string Truth::next_id() const {
  return fmt::format("P{:04}", projects.size() + 1);
}

TrueDekad Truth::dekad(const Dekad& wanted) const {
  const auto found = dekads.find(wanted);
  return found == dekads.end() ? TrueDekad{} : found->second;
}

bool Truth::earlier_dekad_published(const Dekad& wanted) const {
  return std::ranges::any_of(dekads,
                             [&](const auto& each) { return each.first < wanted && each.second.revisions > 0; });
}

std::set<std::string> Truth::faults_of(const std::string& unit, const Dekad& dekad, const Row& row) const {
  const auto day = dekad.last_day();
  const auto* known = find_named(unit, row.name, day);
  std::set<std::string> faults;
  for (const auto& line : row.lines) {
    const auto before = known == nullptr ? Facts{} : known->facts_of({line.kind, line.part}, seq());
    if (auto fault = fault_of(before, line, day)) faults.insert(*std::move(fault));
  }
  return faults;
}

void Truth::take(std::int64_t at, const std::string& unit, const Dekad& dekad, const std::vector<Row>& rows) {
  const auto day = dekad.last_day();
  for (const auto& row : rows) {
    auto* project = const_cast<TrueProject*>(find_named(unit, row.name, day));
    if (project == nullptr) {
      TrueProject fresh;
      fresh.id = next_id();
      fresh.name = row.name;
      fresh.unit = unit;
      fresh.born = at;
      fresh.joined = earlier_dekad_published(dekad) ? dekad.first_day() : kStarts;
      projects.push_back(std::move(fresh));
      project = &projects.back();
    }
    if (row.investment > 0 && project->investment == 0) {
      project->investment = row.investment;
      project->investment_since = at;
    }
    for (const auto& line : row.lines) {
      const PartName part{line.kind, line.part};
      auto facts = after_line(project->facts_of(part, at), line, day, kStarts);
      project->parts[part].emplace_back(at, std::move(facts));
      project->told[part].push_back(format_dekad(dekad) + ": " + line_text(line));
    }
  }
  returns.push_back({at, {unit, dekad}});
  auto& life = dekads[dekad].life;
  if (life == DekadLife::Never) life = DekadLife::Open;
}

std::map<PartName, Facts> Truth::parts_of(const TrueProject& project, Date day, std::int64_t seq) const {
  std::map<PartName, Facts> parts;
  for (const auto& kind : kinds_in_force(version_at(seq), day)) {
    bool named = false;
    for (const auto& [part, versions_of_it] : project.parts) {
      if (part.first != kind || versions_of_it.front().first > seq) continue;
      parts[part] = project.facts_of(part, seq);
      named = true;
    }
    if (!named) parts[{kind, ""}] = {};
  }
  return parts;
}

TrueCounts Truth::count(Date day, std::int64_t seq) const {
  const auto eve = std::max(last_ended_before(day).last_day(), kStarts - 1);
  TrueCounts counts;
  for (const auto& project : projects) {
    if (!project.is_in(day, seq)) continue;
    const auto parts = parts_of(project, day, seq);
    const auto verdict = judge(parts, day);
    const auto unit = project.unit_on(day, seq);
    counts.units.insert(unit);
    if (!verdict.counted) continue;
    for (const auto& [part, facts] : parts) {
      const auto state = state_on(facts, day, kStarts);
      ++counts.by_kind[part.first][static_cast<std::size_t>(state)];
      counts.unverified += is_unverified(facts, day, kStarts) ? 1 : 0;
      counts.overdue += is_overdue(facts, day, kStarts) ? 1 : 0;
    }
    const bool finished = verdict.is_finished();
    ++counts.counted;
    counts.finished += finished ? 1 : 0;
    counts.meets += verdict.meets && (verdict.any_finished || verdict.any_above) ? 1 : 0;
    counts.gained += finished && !judge(parts_of(project, eve, seq), eve).is_finished() ? 1 : 0;
    counts.invested += project.investment_since <= seq ? project.investment : 0;
    auto& [done, of] = counts.by_unit[unit];
    done += finished ? 1 : 0;
    ++of;
  }
  return counts;
}

std::set<std::string> Truth::carried(Date day, std::int64_t seq) const {
  const auto period = dekad_of(day).last_day() == day ? dekad_of(day) : last_ended_before(day);
  if (period < kFirstDekad) return {};
  auto units = count(day, seq).units;
  for (const auto& [at, sent] : returns)
    if (at <= seq && sent.second == period) units.erase(sent.first);
  return units;
}

ports::CommitHead Truth::head_at(ports::EpochSeconds instant) const {
  ports::CommitHead found{0, store::genesis_digest(), 0};
  for (const auto& head : heads)
    if (head.recorded_at <= instant) found = head;
  return found;
}

}  // namespace guatu::simulation
