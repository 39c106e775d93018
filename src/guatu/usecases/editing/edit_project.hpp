#pragma once

#include <map>
#include <optional>
#include <string>

#include "guatu/usecases/access/acting_session.hpp"
#include "guatu/usecases/editing/edit_answer.hpp"

/// A project's own data, typed. Its name, unit and life change by life events. Source: rules 3; contract 5.
namespace guatu::usecases {

struct ProjectEdit {
  std::string project;  ///< Id, or national project code.
  std::map<std::string, std::string>
      values;                            ///< By field: "owner", "total_investment" (whole yuan) …; blanks say nothing.
  std::optional<std::int64_t> revision;  ///< Of the project as the writer saw it; none: whatever stands there.
  std::string reason;
  RequestKey key;
};

/// As `edit_cells`. Errors: NotFound for the project; those of `edit_cells`.
[[nodiscard]] Result<EditAnswer> edit_project(const ActingSession& session, const ProjectEdit& edit);

}  // namespace guatu::usecases
