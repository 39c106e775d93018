#pragma once

#include <string>

#include "guatu/reporting/bulletin_input.hpp"

namespace guatu::json {

/// bulletin.json, for whoever shows or archives a bulletin:
/// {dekad, as_of, revision, draft, reason, title, issued_on, known_at, seq, head_digest, campaign:{id, version, digest},
///  headline:{finished, counted, finished_rate, gained, meets, meets_rate,
///            targets:[{id, name, met, missing, days_left, dekads_left, needed_per_dekad}], lines:[{zh, en}]},
///  split:{districts, departments: {counted, finished, meets, finished_rate, invested, year_plan}},
///  held_above:[{kind, name, authority, held, open, handed_up, earliest_on}],
///  departments:[{unit, name, not_submitted, in_work, handed_up, held_above, overdue}],
///  changes:{gained:[name], life:[{project, name, action, on, reason, approval, to}], first_reported,
///           revoked:[{project, name, kind, part, effective_on, false_papers, reason}], moved_points, carried:[unit]},
///  text:[line], figures, leagues}          figures and leagues as in contract 2
[[nodiscard]] std::string encode_bulletin(const reporting::BulletinInput& input);

}  // namespace guatu::json
