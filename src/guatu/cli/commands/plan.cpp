#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/numbers_request.hpp"
#include "guatu/json/plan_codec.hpp"
#include "guatu/usecases/planning/plan_on_day.hpp"

namespace guatu::cli {
namespace {

json::ProjectPlanDocument document_of(const usecases::ProjectPlan& plan, const campaign::Campaign& campaign,
                                      Date as_of) {
  json::ProjectPlanDocument document;
  document.project = plan.project.history->record.id.text();
  document.name = plan.project.history->name_on(as_of);
  document.deadline = plan.deadline;
  document.feasible = plan.schedule.feasible;
  if (plan.broken) document.broken_by = campaign.kinds[plan.parts[*plan.broken].procedure.kind].code.text();
  document.days_short = plan.schedule.days_short;
  document.slack = plan.schedule.slack;
  for (const auto& part : plan.parts) {
    if (!part.dates) continue;  // Finished, handed up and not-applicable procedures are left out (rules 10).
    json::PlanPartDocument row;
    row.kind = campaign.kinds[part.procedure.kind].code.text();
    row.part = std::string(part.procedure.part);
    row.duration = part.duration;
    row.earliest_start = part.dates->earliest_start;
    row.earliest_finish = part.dates->earliest_finish;
    row.latest_start = part.dates->latest_start;
    row.latest_finish = part.dates->latest_finish;
    row.slack = part.dates->slack;
    row.critical = part.dates->critical;
    row.light = std::string(planning::light_name(part.light.light));
    row.light_reason = part.light.reason.zh;
    row.light_reason_en = part.light.reason.en;
    row.held_above = part.procedure.held_above;
    document.procedures.push_back(std::move(row));
  }
  return document;
}

int run_plan(const Shell& shell, const Arguments& arguments) {
  const auto deadline = arguments.find_day("--deadline");
  if (!deadline) return shell.fail(deadline.error());
  const auto request = load_numbers_request(shell, arguments);
  if (!request) return shell.fail(request.error());
  const auto& campaign = request->known.campaign();
  std::vector<json::ProjectPlanDocument> documents;
  for (const auto& history : request->known.ledger.projects)
    if (history.in_campaign_on(request->as_of))
      documents.push_back(
          document_of(usecases::plan_project(history, campaign, request->as_of, *deadline), campaign, request->as_of));
  if (shell.json()) shell.document(json::encode_plan(request->as_of, documents));
  for (const auto& document : documents) {
    const auto verdict = document.feasible ? Bilingual{"富余 " + std::to_string(document.slack) + " 个工作日",
                                                       std::to_string(document.slack) + " working days of slack"}
                                           : Bilingual{"预计难以按期办结，卡在 " + document.broken_by + "，缺 " +
                                                           std::to_string(document.days_short) + " 个工作日",
                                                       "cannot be reached: " + document.broken_by + ", " +
                                                           std::to_string(document.days_short) + " working days short"};
    shell.say(document.project + " " + document.name + "  " + format_iso(document.deadline) + "  " +
              (document.procedures.empty() ? std::string("–") : shell.pick(verdict)));
  }
  return kDone;
}

}  // namespace

Command plan_command() {
  return {"plan",
          {"倒排工期：最早最迟时间、富余天数", "back-schedule: earliest and latest days, slack"},
          {as_of_option(true),
           known_at_option(),
           {"--deadline", "DAY", {"代替各目标的截止日", "replaces the targets' deadlines"}},
           {"--durations", "SET", {"法定时限 legal", "legal limits"}, false, {"legal"}}},
          {},
          run_plan};
}

}  // namespace guatu::cli
