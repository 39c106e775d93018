#pragma once

#include <span>
#include <vector>

#include "guatu/counting/figures.hpp"
#include "guatu/counting/part_verdict.hpp"
#include "guatu/counting/shown_rate.hpp"

/// 以项目为单位: 办结率 and 达标率. Source: rules 4.
namespace guatu::counting {

/// The verdict over those of `parts` that lie in `scope`.
[[nodiscard]] ProjectVerdict judge_parts(std::span<const PartCell> parts, Unverified unverified,
                                         campaign::AuthorityScope scope = campaign::AuthorityScope::All);

/// One verdict a project, in the input's order.
[[nodiscard]] std::vector<ProjectVerdict> judge_all(const TallyInput& input);

[[nodiscard]] ProjectFigures count_projects(const TallyInput& input, std::span<const ProjectVerdict> verdicts,
                                            std::span<const Ratio> ceilings, const ProjectFigures* before);

}  // namespace guatu::counting
