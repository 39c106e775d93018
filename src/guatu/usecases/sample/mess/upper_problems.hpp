#pragma once

#include "guatu/usecases/sample/mess/table_body.hpp"

namespace guatu::usecases::mess {

/// Annex 3 as a sheet of its own, with the example row of the form and one line for every third project.
/// Source: Plan, annex 3; domain 1.5.
void write_upper_problems(reporting::RawWorkbook& workbook, const Projects& projects, const Hand& hand,
                          json::TruthReturn& truth);

}  // namespace guatu::usecases::mess
