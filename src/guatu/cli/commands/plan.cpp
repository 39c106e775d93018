#include "guatu/cli/campaign_words.hpp"
#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/numbers_request.hpp"
#include "guatu/json/plan_codec.hpp"
#include "guatu/usecases/planning/plan_documents.hpp"

namespace guatu::cli {
namespace {

int run_plan(const Shell& shell, const Arguments& arguments) {
  const auto deadline = arguments.find_day("--deadline");
  if (!deadline) return shell.fail(deadline.error());
  const auto request = load_numbers_request(shell, arguments);
  if (!request) return shell.fail(request.error());
  const auto documents =
      usecases::plan_documents(request->known.ledger, request->known.campaign(), {request->as_of, *deadline});
  if (shell.json()) shell.document(json::encode_plan(request->as_of, documents));
  for (const auto& document : documents) {
    const auto broken = kind_words(request->known.campaign(), document.broken_by);
    const auto verdict = document.feasible ? Bilingual{"富余 " + std::to_string(document.slack) + " 个工作日",
                                                       std::to_string(document.slack) + " working days of slack"}
                                           : Bilingual{"预计难以按期办结：自" + broken.zh + "起，差 " +
                                                           std::to_string(document.days_short) + " 个工作日",
                                                       "cannot be reached: from " + broken.en + " on, " +
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
