#pragma once

#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/reporting/rows/row_filter.hpp"

/// The order in which found rows stand. Equal ones keep the order of ids and of the catalogue.
namespace guatu::reporting {

/// "name", "-total_investment", …; empty: by id. Errors: InvalidInput, naming the words that can be used.
[[nodiscard]] Result<void> sort_projects(std::vector<const ProjectRow*>& rows, std::string_view order);
/// "planned_on", "-finished_on", …; empty: by project.
[[nodiscard]] Result<void> sort_parts(std::vector<FoundPart>& rows, std::string_view order);

}  // namespace guatu::reporting
