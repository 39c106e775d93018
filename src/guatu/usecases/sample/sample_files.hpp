#pragma once

#include <functional>
#include <string>

#include "guatu/reporting/sheet_model.hpp"
#include "guatu/usecases/sample/simulation.hpp"

namespace guatu::usecases {

using RenderWorkbook = std::function<Result<std::string>(const reporting::WorkbookModel&)>;
using KeepFile = std::function<Result<void>(const std::string& path, const std::string& bytes)>;

struct SampleSummary {
  int projects = 0;
  int workbooks = 0;
};

/// Writes the sample as files below the caller's folder: DEKAD/UNIT.xlsx for every return, life.csv with what the office
/// records by hand, truth.json with what each part meant on each dekad's last day.
/// Errors: those of rendering and keeping.
[[nodiscard]] Result<SampleSummary> write_sample(const campaign::Campaign& campaign, const Simulation& simulation,
                                                 std::uint64_t seed, const RenderWorkbook& render,
                                                 const KeepFile& keep);

}  // namespace guatu::usecases
