#include "guatu/usecases/reporting/office_papers.hpp"

#include <algorithm>

#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/papers/unit_place.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"
#include "guatu/usecases/planning/plan_on_day.hpp"
#include "guatu/usecases/reporting/publish.hpp"

namespace guatu::usecases {
namespace {

using reporting::BulletinInput;
using reporting::NamedPaper;
using reporting::TimedProject;
using Papers = std::vector<NamedPaper>;

TimedProject timed(const ledger::ProjectHistory& history, const campaign::Campaign& campaign, Date as_of) {
  auto plan = plan_project(history, campaign, as_of, std::nullopt);
  TimedProject project{std::move(plan.project), plan.deadline, plan.schedule.feasible, {}};
  for (auto& part : plan.parts)
    project.parts.push_back({part.procedure, part.dates, std::move(part.light)});
  return project;
}

Result<Papers> page_of_project(const BulletinInput& input, const std::optional<ProjectId>& wanted) {
  if (!wanted)
    return make_error(ErrorKind::WrongUsage, "--project", "项目一页纸需要 --project 项目编号",
                      "a project's page needs --project ID");
  for (const auto& history : input.ledger.projects)
    if (history.record.id == *wanted && history.in_campaign_on(input.as_of))
      return Papers{reporting::project_page(input, timed(history, input.campaign, input.as_of))};
  const auto day = format_iso(input.as_of);
  return make_error(ErrorKind::NotFound, wanted->text(), wanted->text() + " 在 " + day + " 不在库；编号见 guatu ledger",
                    wanted->text() + " is not in the campaign on " + day + "; ids are in guatu ledger");
}

Result<Papers> task_maps(const BulletinInput& input, const std::optional<UnitCode>& only) {
  if (only && input.campaign.find_unit(*only) == nullptr) return reporting::unknown_unit(*only);
  Papers papers;
  for (const auto& unit : input.campaign.units) {
    if (only && unit.code != *only) continue;
    std::vector<TimedProject> projects;
    for (const auto& history : input.ledger.projects)
      if (history.in_campaign_on(input.as_of) && history.responsible_on(input.as_of) == unit.code)
        projects.push_back(timed(history, input.campaign, input.as_of));
    if (!projects.empty()) papers.push_back(reporting::task_map(input, unit.code, projects));
  }
  return papers;
}

Result<Papers> chasing(ports::Store& store, const Known& known, const BulletinInput& input, const PaperRequest& request,
                       const ReadStoredReturn& read) {
  const auto dekad = request.dekad.value_or(dekad_of(request.as_of));
  GUATU_TRY(const auto letters, chase_letters(store, known, dekad, request.unit, read));
  Papers papers;
  for (const auto& letter : letters)
    papers.push_back({"催报函 " + reporting::unit_name(known.campaign(), letter.unit, request.as_of), "letter",
                      reporting::chase_paper(letter, known.campaign(), request.by, reporting::issued_on(input))});
  return papers;
}

}  // namespace

Result<Papers> office_papers(ports::Store& store, const Known& known, const PaperRequest& request,
                             const ReadStoredReturn& read) {
  const auto tally = tally_from_ledger(known.ledger, known.campaign(), request.as_of);
  GUATU_TRY(const auto input, bulletin_input(store, known, tally, {dekad_of(request.as_of), request.as_of, 0, {}}));
  switch (request.kind) {
    case PaperKind::Reminder:
      return reporting::reminders(input, request.unit, request.by);
    case PaperKind::Summons:
      return reporting::summonses(input, request.unit);
    case PaperKind::Agenda:
      return Papers{reporting::meeting_agenda(input)};
    case PaperKind::ProjectPage:
      return page_of_project(input, request.project);
    case PaperKind::Chase:
      return chasing(store, known, input, request, read);
    case PaperKind::TaskMap:
      break;
  }
  return task_maps(input, request.unit);
}

}  // namespace guatu::usecases
