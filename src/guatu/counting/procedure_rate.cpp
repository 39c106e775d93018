#include "guatu/counting/procedure_rate.hpp"

#include <algorithm>

#include "guatu/base/contract.hpp"
#include "guatu/counting/part_verdict.hpp"
#include "guatu/counting/shown_rate.hpp"

namespace guatu::counting {
namespace {

using States = std::array<std::int64_t, kProcedureStateCount>;

/// The order of `Figures::by_authority`; the last place is for parts whose authority is missing.
constexpr std::array<std::optional<Authority>, 5> kAuthorities{Authority::State, Authority::Region, Authority::City,
                                                               Authority::County, std::nullopt};

std::size_t place_of(std::optional<Authority> authority) {
  return static_cast<std::size_t>(std::ranges::find(kAuthorities, authority) - kAuthorities.begin());
}

/// How many parts of a kind, at an authority, are in a state; every sum comes from these.
using KindStates = std::array<States, kAuthorities.size()>;

States operator+(const States& a, const States& b) {
  States sum{};
  std::ranges::transform(a, b, sum.begin(), std::plus<>{});
  return sum;
}

States over_authorities(const KindStates& kind) {
  States sum{};
  for (const auto& states : kind)
    sum = sum + states;
  return sum;
}

void count_flags(ProcedureFigures& figures, const PartCell& part) {
  figures.overdue += part.overdue ? 1 : 0;
  figures.unverified += part.unverified ? 1 : 0;
  figures.disputed += part.disputed ? 1 : 0;
  figures.held_above += part.held_above ? 1 : 0;
}

StateCounts count_states(const States& states, std::span<const Ratio> ceilings, const StateCounts* before) {
  StateCounts counts;
  counts.by_state = states;
  for (const auto count : states)
    counts.total += count;
  const auto finished = counts.of(ProcedureState::Finished);
  counts.strict = shown_rate({finished, counts.applicable()}, ceilings, before ? &before->strict : nullptr);
  counts.regional = shown_rate({finished + counts.of(ProcedureState::NotApplicable), counts.total}, ceilings,
                               before ? &before->regional : nullptr);
  return counts;
}

const StateCounts* find_before(const Figures* before, const KindCode& kind) {
  if (before == nullptr) return nullptr;
  const auto found = std::ranges::find(before->by_kind, kind, &KindFigures::kind);
  return found == before->by_kind.end() ? nullptr : &found->counts;
}

const StateCounts* find_before(const Figures* before, std::optional<Authority> authority) {
  if (before == nullptr) return nullptr;
  const auto found = std::ranges::find(before->by_authority, authority, &AuthorityFigures::authority);
  return found == before->by_authority.end() ? nullptr : &found->counts;
}

std::int64_t sum_of(const States& states, std::initializer_list<ProcedureState> wanted) {
  std::int64_t sum = 0;
  for (const auto state : wanted)
    sum += states[static_cast<std::size_t>(state)];
  return sum;
}

void count_totals(ProcedureFigures& figures, const States& states, std::span<const Ratio> ceilings,
                  const Figures* before) {
  const auto total = count_states(states, ceilings, nullptr);
  const auto* previous = before != nullptr ? &before->procedures : nullptr;
  figures.strict = shown_rate(total.strict.ratio, ceilings, previous ? &previous->strict : nullptr);
  figures.regional = shown_rate(total.regional.ratio, ceilings, previous ? &previous->regional : nullptr);
  using enum ProcedureState;
  figures.not_submitted = sum_of(states, {Unknown, NotStarted, Preparing, Returned});
  figures.in_work = sum_of(states, {Submitted, InReview});
}

}  // namespace

ProcedureCounts count_procedures(const campaign::Campaign& campaign, const TallyInput& input,
                                 std::span<const ProjectVerdict> verdicts, std::span<const Ratio> ceilings,
                                 const Figures* before) {
  ProcedureCounts counts;
  std::vector<KindStates> kinds(campaign.kinds.size());
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    // A project where everything is not applicable is outside every rate and table.
    if (!verdicts[i].counted) continue;
    for (const auto& part : parts_of(input, input.projects[i])) {
      GUATU_REQUIRE(part.kind < kinds.size());
      kinds[part.kind][place_of(part.authority)][static_cast<std::size_t>(part.state)] += 1;
      count_flags(counts.figures, part);
    }
  }

  KindStates authorities{};
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    const auto states = over_authorities(kinds[k]);
    const auto& kind = campaign.kinds[k];
    if (!kind.in_force(input.as_of)) {
      GUATU_REQUIRE(states == States{});
      continue;
    }
    counts.by_kind.push_back({kind.code, kind.name, count_states(states, ceilings, find_before(before, kind.code))});
    for (std::size_t a = 0; a < kAuthorities.size(); ++a)
      authorities[a] = authorities[a] + kinds[k][a];
  }
  for (std::size_t a = 0; a < kAuthorities.size(); ++a)
    counts.by_authority.push_back(
        {kAuthorities[a], count_states(authorities[a], ceilings, find_before(before, kAuthorities[a]))});
  count_totals(counts.figures, over_authorities(authorities), ceilings, before);
  return counts;
}

}  // namespace guatu::counting
