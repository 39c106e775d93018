#include "guatu/counting/figures.hpp"

#include "guatu/counting/faults.hpp"
#include "guatu/counting/procedure_rate.hpp"
#include "guatu/counting/project_rate.hpp"
#include "guatu/counting/target_rate.hpp"

namespace guatu::counting {

Figures count_figures(const FiguresRequest& request) {
  const auto ceilings = request.campaign.thresholds();
  const auto* before = request.before;
  const auto verdicts = judge_all(request.now);
  auto procedures = count_procedures(request.campaign, request.now, verdicts, ceilings, before);

  Figures figures;
  figures.projects = count_projects(request.now, verdicts, ceilings, before ? &before->projects : nullptr);
  figures.procedures = procedures.figures;
  figures.targets = count_targets(request, ceilings);
  figures.by_kind = std::move(procedures.by_kind);
  figures.by_authority = std::move(procedures.by_authority);
  figures.faults = find_faults(request.campaign, request.now);
  figures.previous = request.previous;
  return figures;
}

}  // namespace guatu::counting
