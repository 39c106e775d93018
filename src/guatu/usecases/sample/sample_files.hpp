#pragma once

#include <functional>
#include <string>

#include "guatu/reporting/raw_workbook.hpp"
#include "guatu/reporting/sheet_model.hpp"
#include "guatu/usecases/sample/mess/house_style.hpp"
#include "guatu/usecases/sample/simulation.hpp"

namespace guatu::usecases {

using RenderWorkbook = std::function<Result<std::string>(const reporting::WorkbookModel&)>;
using RenderRawWorkbook = std::function<Result<std::string>(const reporting::RawWorkbook&)>;
using KeepFile = std::function<Result<void>(const std::string& path, const std::string& bytes)>;

/// How workbooks become bytes, and where they go.
struct SampleOutput {
  RenderWorkbook render;
  RenderRawWorkbook render_raw;
  KeepFile keep;
};

struct SampleSummary {
  int projects = 0;
  int workbooks = 0;
};

/// Writes the sample as files below the caller's folder: DEKAD/UNIT.xlsx for every return, life.csv with what the office
/// records by hand, truth.json with what each part meant on each dekad's last day. Workbooks are the form itself, or from
/// `Level::Layouts` on what clerks make of it.
/// Errors: those of rendering and keeping.
[[nodiscard]] Result<SampleSummary> write_sample(const campaign::Campaign& campaign, const Simulation& simulation,
                                                 std::uint64_t seed, mess::Level level, const SampleOutput& output);

}  // namespace guatu::usecases
