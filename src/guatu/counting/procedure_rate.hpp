#pragma once

#include <span>
#include <vector>

#include "guatu/counting/figures.hpp"

/// 以手续为单位: strict = finished ÷ applicable; regional = (finished + not applicable) ÷ all. Source: rules 4; domain 1.1.
namespace guatu::counting {

/// Rows per kind and per authority over the counted projects' parts, and their sum.
struct ProcedureCounts {
  ProcedureFigures figures;
  std::vector<KindFigures> by_kind;
  std::vector<AuthorityFigures> by_authority;
};

/// Contract: every part's kind is in force on the input's day.
/// Cost: O(parts).
[[nodiscard]] ProcedureCounts count_procedures(const campaign::Campaign& campaign, const TallyInput& input,
                                               std::span<const ProjectVerdict> verdicts,
                                               std::span<const Ratio> ceilings, const Figures* before);

}  // namespace guatu::counting
