#pragma once

#include <string>
#include <vector>

#include "guatu/ledger/review.hpp"
#include "guatu/reporting/chase_text.hpp"

/// What the office asks of units, and what it looks at itself.
namespace guatu::json {

/// {dekad, letters:[{unit, reported, file, missing_projects:[name], corrections:[{place, value, text, text_en, remedy, remedy_en}],
///  unknown:[{project, kinds:[name]}], without_number:[{project, kinds:[name]}], text}]}; `texts` beside `letters`.
[[nodiscard]] std::string encode_chase(const Dekad& dekad, const std::vector<reporting::ChaseLetter>& letters,
                                       const std::vector<std::string>& texts);

/// {as_of, not_applicable:[{unit, kind, not_applicable, parts, others_not_applicable, others_parts}],
///  authority_changed:[{project, kind, part, unit, from, to}], same_day_finishes:[{unit, on, finished}],
///  claimed_twice:[{name, projects, units}]}
[[nodiscard]] std::string encode_review(const ledger::Review& review, Date as_of);

}  // namespace guatu::json
