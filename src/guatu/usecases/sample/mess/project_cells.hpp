#pragma once

#include "guatu/ledger/project.hpp"
#include "guatu/usecases/sample/mess/hand.hpp"
#include "guatu/usecases/sample/mess/written.hpp"

/// The cells that describe a project in a return.
namespace guatu::usecases::mess {

[[nodiscard]] Written write_project_cell(Said said, const ledger::ProjectHistory& project, const Hand& hand);

/// Now and then stored in a way of its own: in runs, with a reading aid, inline, as a formula, with white space around it.
/// What it means stays.
void dress(Written& written, const Hand& hand);

}  // namespace guatu::usecases::mess
