#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "guatu/calendar/dekad.hpp"
#include "guatu/campaign/campaign.hpp"

/// The curve of finished projects over the dekads of a campaign, beside what was planned and what the targets ask for.
/// Source: Plan 1; rules 4.
namespace guatu::counting {

/// The day on which a project would be finished if every plan date were kept. None: a procedure has no plan date.
struct PlannedFinish {
  std::optional<Date> current;
  std::optional<Date> baseline;  ///< By the first plan dates known.
};

/// Projects at a dekad's end.
struct DekadCount {
  std::int64_t counted = 0, finished = 0, meets = 0;
  std::optional<int> revision;  ///< Of the bulletin that froze them; none: computed from the ledger.
  friend bool operator==(const DekadCount&, const DekadCount&) = default;
};

struct TrendPoint {
  Dekad dekad;
  std::optional<DekadCount> count;         ///< None: still to come.
  std::int64_t planned = 0, baseline = 0;  ///< Would be finished by then.
  std::optional<std::int64_t> target;      ///< Projects that the target in force asks for; none without such a target.
};

/// What a target that counts projects still asks for.
struct TargetPace {
  std::size_t target = 0;  ///< Position in `Campaign::targets`.
  std::int64_t needed = 0, done = 0, remaining = 0;
  int days_left = 0, dekads_left = 0;
  std::optional<std::int64_t> per_dekad;  ///< None: something remains, and no dekad ends before the deadline.
};

struct Trend {
  Date as_of;
  std::int64_t counted = 0, finished = 0;
  int days_left = 0;  ///< To the end of the campaign.
  std::vector<TargetPace> targets;
  std::vector<TrendPoint> points;  ///< One a dekad, from the campaign's first to its last.
};

struct TrendInput {
  const campaign::Campaign& campaign;
  Date as_of;
  std::int64_t counted = 0, finished = 0;
  std::vector<Ratio> targets;        ///< The running value of each target.
  std::vector<PlannedFinish> plans;  ///< One a counted project.
  std::vector<DekadCount> past;      ///< Of the dekads that had ended by `as_of`, from the campaign's first.
};

[[nodiscard]] Trend draw_trend(const TrendInput& input);

/// The dekads of a campaign, from its first to the one of its last day.
[[nodiscard]] std::vector<Dekad> dekads_of(const campaign::Campaign& campaign);
/// The fewest of `counted` that reach the threshold.
[[nodiscard]] std::int64_t needed_for(const Ratio& threshold, std::int64_t counted);

}  // namespace guatu::counting
