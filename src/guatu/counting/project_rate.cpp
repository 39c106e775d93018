#include "guatu/counting/project_rate.hpp"

namespace guatu::counting {

ProjectVerdict judge_parts(std::span<const PartCell> parts, Unverified unverified, campaign::AuthorityScope scope) {
  ProjectVerdict verdict{false, true, true};
  for (const auto& part : parts) {
    // Not applicable: neither asks for anything nor makes the project count.
    if (!is_applicable(part) || !is_in_scope(part.authority, scope)) continue;
    // Counted: at least one procedure applicable; unknown is applicable.
    verdict.counted = true;
    // finished(project): every kind finished or not applicable. Counted, it has then at least one finished.
    verdict.finished = verdict.finished && is_finished(part, unverified);
    // meets(project): city and county finished; region and state handed up or finished.
    verdict.meets = verdict.meets && is_met(part, unverified);
  }
  return verdict.counted ? verdict : ProjectVerdict{};
}

ProjectVerdict judge(const TallyInput& input, const ProjectCells& project) {
  return judge_parts(parts_of(input, project), Unverified::Counted);
}

std::vector<ProjectVerdict> judge_all(const TallyInput& input) {
  std::vector<ProjectVerdict> verdicts;
  verdicts.reserve(input.projects.size());
  for (const auto& project : input.projects)
    verdicts.push_back(judge(input, project));
  return verdicts;
}

namespace {

void invest(Invested& invested, Amount amount, const ProjectVerdict& verdict) {
  invested.counted = invested.counted + amount;
  if (verdict.finished) invested.finished = invested.finished + amount;
  if (verdict.meets) invested.meets = invested.meets + amount;
}

}  // namespace

ProjectFigures count_projects(const TallyInput& input, std::span<const ProjectVerdict> verdicts,
                              std::span<const Ratio> ceilings, const ProjectFigures* before) {
  ProjectFigures figures;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const auto& project = input.projects[i];
    const auto& verdict = verdicts[i];
    if (!verdict.counted) continue;
    figures.counted += 1;
    figures.finished += verdict.finished ? 1 : 0;
    figures.meets += verdict.meets ? 1 : 0;
    figures.gained += verdict.finished && !project.finished_before ? 1 : 0;
    invest(figures.invested, project.total_investment, verdict);
    invest(figures.year_plan, project.year_plan, verdict);
  }
  figures.finished_rate =
      shown_rate({figures.finished, figures.counted}, ceilings, before ? &before->finished_rate : nullptr);
  figures.meets_rate = shown_rate({figures.meets, figures.counted}, ceilings, before ? &before->meets_rate : nullptr);
  return figures;
}

}  // namespace guatu::counting
