#include "guatu/usecases/sample/part_timeline.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace guatu::usecases {
namespace {

using campaign::Campaign;
using campaign::ProcedureKind;
using ledger::DatedFact;
using ledger::PartFacts;

bool binds(const campaign::Predecessor& edge, Track track) {
  return edge.tracks.empty() || std::ranges::find(edge.tracks, track) != edge.tracks.end();
}

/// Kinds after everything that comes before them on the track; the campaign holds no circle.
std::vector<const ProcedureKind*> working_order(const Campaign& campaign, Track track) {
  std::vector<const ProcedureKind*> order;
  const auto placed = [&](const KindCode& code) {
    return std::ranges::any_of(order, [&](const auto* kind) { return kind->code == code; });
  };
  while (order.size() < campaign.kinds.size()) {
    const auto before = order.size();
    for (const auto& kind : campaign.kinds) {
      const bool ready = std::ranges::all_of(
          kind.predecessors, [&](const auto& edge) { return !binds(edge, track) || placed(edge.kind); });
      if (ready && !placed(kind.code)) order.push_back(&kind);
    }
    if (order.size() == before) break;
  }
  return order;
}

std::optional<Authority> draw_authority(const ProcedureKind& kind, RandomSource& random) {
  static const std::vector<Authority> kAny{Authority::County, Authority::City, Authority::Region, Authority::State};
  const auto& levels = kind.usual_levels.empty() ? kAny : kind.usual_levels;
  if (random.chance(1)) return std::nullopt;
  std::size_t chosen = 0;
  while (chosen + 1 < levels.size() && random.chance(30))
    ++chosen;
  return levels[chosen];
}

ledger::NotApplicable draw_reason(const Campaign& campaign, RandomSource& random) {
  using enum ledger::NotApplicableReason;
  const int draw = random.below(100);
  const auto reason = draw < 74   ? NotInvolved
                      : draw < 86 ? Exempt
                      : draw < 94 ? ExistingApproval
                      : draw < 97 ? MergedProcessing
                                  : RegionalAssessment;
  return {campaign.starts_on, reason, {}, {}};
}

/// From 正在组卷 to 办结, beginning when its predecessors are done; days are of any calendar until they are fitted.
PartFacts draw_work(const ProcedureKind& kind, Date ready, RandomSource& random) {
  PartFacts facts;
  facts.authority = draw_authority(kind, random);
  facts.responsible_person = "样例责任人" + std::to_string(random.between(1, 60));
  const auto forms = std::min<std::size_t>(kind.variants.size(), 2);
  const int limit = kind.variants[static_cast<std::size_t>(random.below(static_cast<int>(forms)))].legal_limit.days;
  const auto preparing = ready + random.between(2, 9);
  const auto submitted = preparing + random.between(3, 15);
  auto accepted = submitted + random.between(1, 4);
  facts.preparing = DatedFact{preparing, true};
  facts.submitted = DatedFact{submitted, random.chance(4)};
  facts.accepted = {{accepted, random.chance(4)}};
  if (random.chance(8)) {
    const auto returned = accepted + random.between(3, 9);
    const auto kind_of_setback = random.chance(80) ? ledger::SetbackKind::Correction : ledger::SetbackKind::Rejection;
    facts.setbacks = {{{returned, true}, kind_of_setback}};
    accepted = returned + random.between(6, 20);
    facts.accepted.push_back({accepted, false});
  }
  auto finished = accepted + std::max(2, limit * random.between(25, 80) / 100);
  if (decides_above_city(facts.authority)) {
    facts.handed_up = DatedFact{finished, random.chance(3)};
    finished = finished + random.between(15, 45);
  }
  facts.finished = DatedFact{finished, random.chance(3)};
  return facts;
}

/// Days of `from` … `to` stretched or pressed onto `begin` … `completion`, each on the working day at or after it.
class Fitting {
 public:
  Fitting(const Campaign& campaign, Date from, Date to, Date begin, Date completion)
      : campaign_(campaign), from_(from), begin_(begin), span_(std::max(1, to - from)), room_(completion - begin) {}

  void fit(std::optional<DatedFact>& fact) const {
    if (fact) fact->on = fitted(fact->on);
  }

  void fit(PartFacts& facts) const {
    fit(facts.preparing);
    fit(facts.submitted);
    fit(facts.handed_up);
    fit(facts.finished);
    for (auto& fact : facts.accepted)
      fact.on = fitted(fact.on);
    for (auto& setback : facts.setbacks)
      setback.fact.on = fitted(setback.fact.on);
    drop_short_setback(facts);
  }

 private:
  [[nodiscard]] Date fitted(Date day) const {
    return campaign_.calendar.working_day_on_or_after(begin_ + (day - from_) * room_ / span_);
  }

  /// Pressed together until nobody could have seen it.
  static void drop_short_setback(PartFacts& facts) {
    if (facts.setbacks.empty()) return;
    const auto returned = facts.setbacks.front().fact.on;
    if (facts.accepted.front().on < returned && returned < facts.accepted.back().on) return;
    facts.setbacks.clear();
    facts.accepted.pop_back();
  }

  const Campaign& campaign_;
  Date from_, begin_;
  int span_, room_;
};

VagueDate as_month(Date day) {
  return {Date::of(day.year(), day.month(), 1), end_of_month(day), DatePrecision::Month,
          fmt::format("{}年{}月", day.year(), day.month())};
}

VagueDate as_dekad(Date day) {
  const auto dekad = dekad_of(day);
  return {dekad.first_day(), dekad.last_day(), DatePrecision::Dekad, dekad_name_zh(dekad)};
}

/// What the unit promised: some days beside what came of it, now and then only a month or a dekad, rarely nothing.
std::optional<VagueDate> draw_plan(const Campaign& campaign, Date finished, RandomSource& random) {
  if (random.chance(3)) return std::nullopt;
  const auto day = campaign.calendar.working_day_on_or_after(finished + random.between(-12, 14));
  if (random.chance(6)) return as_month(day);
  if (random.chance(4)) return as_dekad(day);
  return exact_day(day);
}

}  // namespace

std::vector<ledger::PartHistory> draw_parts(const Campaign& campaign, Track track, Date completion,
                                            RandomSource& random) {
  // From easy to hard, one draw a line department: whoever needs no new land needs neither of its two land papers.
  std::map<UnitCode, int> ease;
  for (const auto& kind : campaign.kinds)
    if (!ease.contains(kind.line)) ease[kind.line] = random.below(100);
  std::map<KindCode, PartFacts> drawn;
  std::map<KindCode, Date> done;
  const Date from = campaign.starts_on;
  auto last = from;
  for (const auto* kind : working_order(campaign, track)) {
    auto& facts = drawn[kind->code];
    if (ease[kind->line] < kind->usual_not_applicable) {
      facts.not_applicable = draw_reason(campaign, random);
      continue;
    }
    auto ready = from + random.between(0, 25);
    for (const auto& edge : kind->predecessors)
      if (const auto before = done.find(edge.kind); before != done.end() && binds(edge, track))
        ready = std::max(ready, before->second);
    facts = draw_work(*kind, ready, random);
    done[kind->code] = facts.finished->on;
    last = std::max(last, facts.finished->on);
  }
  const auto begin = std::min(completion - random.between(60, 150), campaign.starts_on + random.between(-40, 45));
  const Fitting fitting(campaign, from, last, begin, completion);
  std::vector<ledger::PartHistory> parts;
  for (const auto& kind : campaign.kinds) {
    auto& facts = drawn[kind.code];
    if (!facts.not_applicable) {
      fitting.fit(facts);
      facts.planned = draw_plan(campaign, facts.finished->on, random);
      facts.baseline = facts.planned;
      // Some cells stay empty until the work begins.
      if (random.chance(90)) facts.not_started = DatedFact{campaign.starts_on, true};
    }
    parts.push_back({kind.code, {}, std::move(facts)});
  }
  return parts;
}

}  // namespace guatu::usecases
