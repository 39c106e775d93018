#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/json/body_fault.hpp"
#include "guatu/ledger/project.hpp"

/// Changes of projects and decisions of reviewers, as they are asked for. None and faults where a body cannot be understood.
namespace guatu::json {

/// {reason?, field: value …}
struct ProjectWish {
  std::string reason;
  std::map<std::string, std::string> values;
};
[[nodiscard]] std::optional<ProjectWish> decode_project_edit(std::string_view body, BodyFaults& faults);

/// {action, on, reason, approval, to_unit?, to_project?, name?}
[[nodiscard]] std::optional<ledger::LifeEvent> decode_life_wish(std::string_view body, BodyFaults& faults);

struct ReviewWish {
  std::string project, kind, part, decision, text;
  std::optional<Date> due_on;
};
/// {items:[{project, kind, part?, decision:"confirm"|"dispute"|"settle", text?, due_on?}]}: at most 1,000.
[[nodiscard]] std::optional<std::vector<ReviewWish>> decode_reviews(std::string_view body, BodyFaults& faults);

}  // namespace guatu::json
